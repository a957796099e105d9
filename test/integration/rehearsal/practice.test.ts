import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { expect, it } from 'vitest';
import { router } from '#electron/api/router.ts';
import { createCore } from '#electron/api/create-core.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';

it('makes a practice round with applicants to look at and colleagues who have handed in', async () => {
  const folder = makeFolder('practice');
  const core = createCore({
    workspaceFolder: join(folder, 'w'),
    host: { kind: 'browser', dialogs: null, startReader: forkReader },
    version: '0',
    now: () => new Date(),
  });
  try {
    await core.create({ passphrase: '口令 2022 秋', name: '练习者', organisation: '示例单位（虚构）' });
    const client = createRouterClient(router, { context: { core } });
    const steps = new Set<string>();
    let round = '';
    for await (const event of await client.rounds.startPractice()) {
      if (event.kind === 'done') {
        ({ round } = event.value);
      } else {
        steps.add(event.step);
      }
    }
    expect(steps).toContain('generating');
    expect(await client.rounds.list()).toMatchObject([
      { id: round, practice: true, state: 'issued', roles: ['chair', 'expert'], applications: 3 },
    ]);
    const [row] = await client.applications.list({ round });
    const { attachments } = await client.applications.get({ round, application: row?.id ?? '' });
    expect(new Set(attachments.map(({ mediaType }) => mediaType))).toContain('application/pdf');
    const board = await client.merge.board({ round });
    expect(board.experts.map(({ sequence }) => sequence)).toEqual([null, 1, 1]);
    // Nothing of one's own is sealed yet; of made-up colleagues the ranking may be seen all the same.
    const { candidates } = await client.merge.ranking({ round });
    expect(candidates.length).toBeGreaterThan(0);
    const missing = board.conflicts.filter(({ kind, resolved }) => kind === 'missing-sheet' && !resolved);
    expect(new Set(missing.flatMap(({ experts }) => experts))).toEqual(new Set([board.experts[0]?.id]));
  } finally {
    await core.close();
    await removeFolder(folder);
  }
});
