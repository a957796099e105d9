import { cp, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { default as PDFDocument } from 'pdfkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packApplication, packFolder } from '#electron/intake/pack.ts';
import { readApplicantFolder } from '#electron/intake/read-folder.ts';
import { verifyFile } from '#electron/packages/verify.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { readers } from '../../fixtures/readers.ts';

const sample = decodeURIComponent(new URL('../../fixtures/samples/02-示例智造有限公司', import.meta.url).pathname);
let home = '';
let folder = '';

beforeEach(async () => {
  home = makeFolder('intake');
  folder = join(home, '申报');
  await cp(sample, folder, { recursive: true });
});
afterEach(async () => {
  await removeFolder(home);
});

async function read() {
  const result = await readApplicantFolder(folder, { readers });
  if (!result.ok) {
    throw new Error(result.refusal.code);
  }
  return result.value;
}

async function lockedPdf(): Promise<Buffer> {
  const document = new PDFDocument({ userPassword: 'secret' });
  const chunks: Buffer[] = [];
  const done = new Promise((resolve) => {
    document.on('end', resolve);
  });
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  document.text('locked');
  document.end();
  await done;
  return Buffer.concat(chunks);
}

test('what cannot be read is listed with its reason and travels all the same', async () => {
  await writeFile(join(folder, '空.pdf'), '');
  await writeFile(join(folder, '坏.pdf'), '%PDF-1.7 and then nothing of the sort');
  await writeFile(join(folder, '坏.jpg'), 'not a picture');
  await writeFile(join(folder, '锁.pdf'), await lockedPdf());
  await writeFile(join(folder, '老.doc'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  await writeFile(join(folder, '视频.mp4'), 'moving');
  await writeFile(join(folder, 'README'), 'no extension');
  const { application, files } = await read();
  const problems = application.attachments.filter((attachment) => attachment.problem !== null);
  expect(Object.fromEntries(problems.map((attachment) => [attachment.name, attachment.problem]))).toEqual({
    '空.pdf': 'empty',
    '坏.pdf': 'corrupt',
    '坏.jpg': 'corrupt',
    '锁.pdf': 'encrypted',
    '老.doc': 'legacy',
    '视频.mp4': 'unknown',
    README: 'unknown',
  });
  expect(files).toHaveLength(16);
});

test('a link is not followed, and is named as left out', async () => {
  await writeFile(join(home, 'outside.txt'), 'secret');
  await symlink(join(home, 'outside.txt'), join(folder, '说明.txt'));
  await symlink(home, join(folder, '更多'));
  const { application, leftOut } = await read();
  expect(application.attachments.map((attachment) => attachment.name)).not.toContain('说明.txt');
  expect(leftOut).toEqual([
    { name: '更多', reason: 'link' },
    { name: '说明.txt', reason: 'link' },
  ]);
});

test('the same file under two names travels once and is listed twice', async () => {
  await cp(join(folder, '制度汇编.pdf'), join(folder, '制度汇编 副本.pdf'));
  const { application, files } = await read();
  expect(application.attachments).toHaveLength(10);
  expect(files).toHaveLength(9);
});

test('a folder without a form, with an old form, or with two forms is refused, each with its own code', async () => {
  const form = join(folder, '附件3 申报表.docx');
  await cp(form, join(folder, '附件3 申报表 最终版.docx'));
  const two = await readApplicantFolder(folder, { readers });
  await rm(join(folder, '附件3 申报表 最终版.docx'));
  await rm(form);
  const none = await readApplicantFolder(folder, { readers });
  await writeFile(join(folder, '附件3 申报表.doc'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  const old = await readApplicantFolder(folder, { readers });
  const gone = await readApplicantFolder(join(home, 'nowhere'), { readers });
  expect([two, none, old, gone].map((result) => (result.ok ? null : result.refusal.code))).toEqual([
    'intake/form-ambiguous',
    'intake/form-missing',
    'intake/legacy-doc',
    'intake/folder-not-found',
  ]);
});

test('the bundle of a folder verifies, and is the same for the same folder', async () => {
  const first = await packFolder({ folder, target: join(home, 'a.lpapp'), readers });
  const second = await packFolder({ folder, target: join(home, 'a.lpapp'), readers });
  const report = await verifyFile({ path: join(home, 'a.lpapp') });
  expect(report.ok && report.value.kind === 'application' && report.value.files).toBe(9);
  expect(first.ok && second.ok && first.value.sha256 === second.value.sha256).toBe(true);
});

test('an attachment that the user refuses does not travel', async () => {
  await writeFile(join(folder, '视频.mp4'), 'moving');
  const written = await packApplication({ read: await read(), target: join(home, 'a.lpapp'), refusedNames: ['视频.mp4'] });
  const report = await verifyFile({ path: join(home, 'a.lpapp') });
  expect(written.ok).toBe(true);
  expect(report.ok && report.value.kind === 'application' && report.value.files).toBe(9);
});

test('a file that is cut short between reading and packing is not packed as if it were whole', async () => {
  const folderAsRead = await read();
  await writeFile(join(folder, '制度汇编.pdf'), 'cut');
  const written = await packApplication({ read: folderAsRead, target: join(home, 'a.lpapp') });
  expect(written.ok ? null : written.refusal.code).toBe('package/evidence-changed');
});
