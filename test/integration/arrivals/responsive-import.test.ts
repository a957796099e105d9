import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writePackage } from '#electron/packages/bag/write.ts';
import { valueOf } from '#shared/result.ts';
import { applicationWith, packed, signedAt } from '../../fixtures/packages/documents.ts';
import { temporaryFolder } from '../../temporary.ts';
import { clientOf, handed, workspaceOf } from '../../fixtures/small-panel.ts';

test('while a large bundle is taken in, other calls are answered all along', async () => {
  const folder = temporaryFolder();
  const chair = await workspaceOf('组长（虚构）', folder);
  const client = clientOf(chair);
  const { id: round } = await client.rounds.draft.create({ title: '示例批次（虚构）', practice: false });
  const files = Array.from({ length: 12 }, () => packed(randomBytes(16 * 1024 * 1024), 'jpg'));
  const target = join(folder, 'a.lpapp');
  valueOf(await writePackage({ kind: 'application', document: applicationWith(files), files, signers: [], signedAt, target }));
  let done = false;
  let answered = 0;
  const importing = (async () => {
    for await (const event of await client.rounds.draft.addApplications({ round, files: [await handed(chair, target)] })) {
      done = event.kind === 'done';
    }
    done = true;
  })();
  const asking = (async () => {
    for (;;) {
      await client.rounds.list();
      if (done) {
        return;
      }
      answered += 1;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  })();
  await Promise.all([importing, asking]);
  // 192 MiB are twelve transactions; a call gets its turn at least between every two of them.
  expect(answered).toBeGreaterThanOrEqual(12);
});
