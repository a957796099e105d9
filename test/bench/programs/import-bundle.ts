import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { router } from '#electron/api/router.ts';
import { createCore } from '#electron/api/create-core.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';

/**
 * Takes a bundle into a new workspace, as a user who chose the file would, and prints how long that took and the most memory
 * that this process had in its whole life, the passphrase's scrypt included.
 */
const [workspaceFolder = '', path = ''] = process.argv.slice(2);
const core = createCore({
  workspaceFolder,
  host: { kind: 'electron', dialogs: null, startReader: forkReader },
  version: 'bench',
  now: () => new Date(),
});
await core.create({ passphrase: 'import 导入', name: '组长（虚构）', organisation: '' });
const client = createRouterClient(router, { context: { core } });
const { id: round } = await client.rounds.draft.create({ title: '虚构批次', practice: true });
const file = await core.registerFile({ kind: 'path', path, name: basename(path), relativePath: basename(path) });
const from = process.hrtime.bigint();
for await (const event of await client.rounds.draft.addApplications({ round, files: [file.id] })) {
  if (event.kind === 'done' && event.value.outcomes[0]?.outcome !== 'taken') {
    throw new Error(JSON.stringify(event.value.outcomes));
  }
}
const seconds = Number(process.hrtime.bigint() - from) / 1e9;
await core.close();
process.stdout.write(JSON.stringify({ seconds, peakBytes: peakBytes() }));

/**
 * This program's own peak, which Linux counts from its start. `resourceUsage().maxRSS` would also count what the process that
 * started it had in memory at that moment (it survives `exec`), here a bench that has just written 2 GiB.
 */
function peakBytes(): number {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  if (kibibytes === undefined) {
    throw new Error('no VmHWM in /proc/self/status');
  }
  return Number(kibibytes) * 1024;
}
