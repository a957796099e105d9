import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writePackage } from '#electron/packages/bag/write.ts';
import { valueOf } from '#shared/result.ts';
import { applicationWith, packed, signedAt } from '../../fixtures/packages/documents.ts';
import { temporaryFolder } from '../../temporary.ts';

const planted = {
  name: '欧阳示例测试员',
  idNumber: '330102199003070011',
  comment: '场地面积与示例合同不符',
  pdfText: 'A planted sentence of an example PDF',
  upload: 'An uploaded sentence that waits',
  title: '欧阳示例批次',
};

test.each(['importing', 'scored', 'locked'])(
  'nothing can be read in the workspace’s folder when it is %s, nor after the process was killed there',
  async (stopAt) => {
    const folder = temporaryFolder('plain');
    const workspace = join(folder, 'workspace');
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'fixtures/work-until-killed.ts'), workspace, await bundleIn(folder), stopAt],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    const ended = new Promise((resolve) => {
      child.on('close', resolve);
    });
    let said = '';
    for await (const piece of child.stdout) {
      said += String(piece);
      if (said.includes(stopAt)) {
        break;
      }
    }
    // A process that ended on its way there would leave nothing to be found either.
    expect(said).toContain(stopAt);
    // While it is open: an upload, a card and what has come of the import so far are waiting.
    const spooled = stopAt === 'locked' ? 0 : 2;
    expect(names(join(workspace, 'spool')).length).toBeGreaterThanOrEqual(spooled);
    expect(found(workspace)).toEqual([]);
    child.kill('SIGKILL');
    await ended;
    expect(found(workspace)).toEqual([]);
    // The search itself finds what is there to be found.
    writeFileSync(join(workspace, 'leak'), Buffer.concat([Buffer.from([0, 255, 10]), Buffer.from(planted.comment)]));
    expect(found(workspace)).toEqual([join(workspace, 'leak')]);
  },
);

function names(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A bundle large enough to be in the middle of, with the planted person and sentence in it. */
async function bundleIn(folder: string): Promise<string> {
  const text = Buffer.from(`${planted.pdfText} ${planted.idNumber}\n`.repeat(400_000));
  const files = [0, 1, 2].map((index) => packed(Buffer.concat([Buffer.from(`%PDF-1.7 ${index}\n`), text])));
  const made = applicationWith(files);
  const target = join(folder, 'a.lpapp');
  const person = { name: planted.name, sex: '女', idNumber: planted.idNumber, education: '', title: '', field: '' };
  const document = { ...made, applicant: { ...made.applicant, name: `${planted.name}学校` }, experts: [person] };
  valueOf(await writePackage({ kind: 'application', document, files, signers: [], signedAt, target }));
  return target;
}

/** The files under `folder` that hold any of the planted texts, as UTF-8 or UTF-16. */
function found(folder: string): string[] {
  const hex = Object.values(planted)
    .flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')])
    .map((bytes) => [...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join(''));
  const grep = spawnSync('grep', ['-rlaP', hex.join('|'), folder], { env: { ...process.env, LC_ALL: 'C' } });
  // 2 is also said of a file that went away while it was searched.
  if (grep.status === null || (grep.status > 1 && !grep.stderr.toString().includes('No such file'))) {
    throw new Error(`grep: ${grep.stderr.toString()}`);
  }
  return grep.stdout
    .toString()
    .split('\n')
    .filter((line) => line !== '');
}
