import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createWorkspace } from '#db/workspace.ts';
import { temporaryFolder } from '../../temporary.ts';
import { anAnswer, anApplication, slot } from './fixtures/domain.ts';
import { tickingClock, valueOf } from './fixtures/records.ts';

const planted = {
  name: '欧阳锋测试员',
  idNumber: '330102199003078888',
  comment: '场地面积与租赁合同不符',
  pdfText: 'BT /F1 12 Tf (Planted sentence of a PDF) Tj ET',
  spooled: 'A sentence in a package being verified',
  passphrase: 'the passphrase itself 口令',
};

test('nothing that was written can be read in any file of the workspace, open or closed', async () => {
  const folder = temporaryFolder();
  const workspace = valueOf(await createWorkspace({ folder, passphrase: planted.passphrase, now: tickingClock() }));
  onTestFinished(() => workspace.close());
  const { stores } = workspace;
  const person = { name: planted.name, sex: '', idNumber: planted.idNumber, education: '', title: '', field: '' };
  stores.applications.keep({ bundle: 'c'.repeat(64), bytes: 1, signer: null, application: anApplication('a', { experts: [person] }) });
  stores.rounds.saveDraft({ id: 'r', title: planted.name, practice: false, document: planted });
  stores.sheets.record(
    { round: 'r', application: 'a', stage: 'visit' },
    { slot: slot('i'), answer: anAnswer('1.00', planted.comment), reason: null },
  );
  const writer = workspace.evidence.createWriter();
  await writer.write(Buffer.from(`%PDF-1.7\n${planted.pdfText}\n`.repeat(5000)));
  await writer.finish();
  const spool = await workspace.createSpool();
  await spool.write(Buffer.from(planted.spooled.repeat(20_000)));
  await spool.read(0, 10);
  workspace.copyRecords(join(folder, 'copy.db'));

  // By another process: reading these files in this one would drop SQLite's locks on them.
  const names = readdirSync(folder);
  expect(names).toEqual(expect.arrayContaining(['records.db-wal', 'evidence.db-wal', 'copy.db', 'spool']));
  const patterns = Object.values(planted);
  expect(found(patterns, folder)).toEqual([]);
  await workspace.close();
  expect(found(patterns, folder)).toEqual([]);
  expect(execFileSync('head', ['-c', '16', join(folder, 'copy.db')]).toString('latin1')).not.toContain('SQLite');

  // The search itself finds what is there to be found.
  writeFileSync(join(folder, 'leak'), Buffer.concat([Buffer.from([0, 255, 10]), Buffer.from(planted.idNumber)]));
  expect(found(patterns, folder)).toEqual([join(folder, 'leak')]);
});

/** The files under `folder` that hold any of the texts, as UTF-8 or UTF-16. */
function found(texts: readonly string[], folder: string): string[] {
  const hex = texts
    .flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])
    .map((bytes) => [...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''));
  const grep = spawnSync('grep', ['-rlaP', hex.join('|'), folder], { env: { ...process.env, LC_ALL: 'C' } });
  if (grep.status === null || grep.status > 1) {
    throw new Error(`grep: ${grep.stderr.toString()}`);
  }
  return grep.stdout
    .toString()
    .split('\n')
    .filter((line) => line !== '');
}
