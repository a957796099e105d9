import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keepHostRecord, readHostRecord } from '#db/folder/host-record.ts';
import { router } from '../../api/router.ts';
import { createCore } from '../../api/create-core.ts';
import { outliveStrayRejections } from '../report-unexpected.ts';
import { forkReader } from '../reader/fork-reader.ts';
import { version } from '../version.ts';
import { workspaceFolderOf } from '../workspace-folder.ts';
import { startLoopbackHost, type LoopbackHost, type LoopbackSettings } from './host.ts';
import { openInBrowser } from './open-in-browser.ts';

/**
 * The browser host as a program: `loopback.js [--workspace DIR] [--port N] [--no-open]`. Prints the address, opens it in the
 * system's browser, runs until it is interrupted or its parent goes away. Built into `dist/electron`, beside `dist/renderer`. It listens
 * where it did the last time that it had this workspace open, so that a page that outlived it finds it again.
 */
async function main(): Promise<void> {
  outliveStrayRejections();
  const { values } = parseArgs({
    options: { workspace: { type: 'string' }, port: { type: 'string', default: '0' }, 'no-open': { type: 'boolean', default: false } },
  });
  const workspaceFolder = values.workspace === undefined ? workspaceFolderOf([]) : resolve(values.workspace);
  const core = createCore({
    workspaceFolder,
    host: { kind: 'browser', dialogs: null, startReader: forkReader },
    version,
    now: () => new Date(),
  });
  const record = await readHostRecord(workspaceFolder);
  const key = record?.key ?? randomBytes(32).toString('base64url');
  const settings = {
    router,
    core,
    rendererFolder: join(import.meta.dirname, '../renderer'),
    now: () => new Date(),
    key,
    remember: (port: number) => keepHostRecord(workspaceFolder, { port, key }),
  };
  const asked = Number(values.port);
  const host =
    asked === 0 && record !== null ? await listenAgain(settings, record.port) : await startLoopbackHost({ ...settings, port: asked });

  // Whoever reads the address may end us at once.
  let ending = false;
  async function end(): Promise<void> {
    if (!ending) {
      ending = true;
      await host.close();
      await core.close();
      process.exit(0);
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
    process.on(signal, () => void end());
  }

  const entryUrl = host.entryUrl();
  console.log(`遴评 Linping: ${entryUrl}`);
  if (!values['no-open']) {
    await openInBrowser(entryUrl);
  }
  if (process.stdin.isTTY) {
    console.log('地址只能用一次；按回车取得新的，按 Ctrl+C 退出。 The address works once: press Enter for another, Ctrl+C to quit.');
    process.stdin.on('data', () => console.log(host.entryUrl()));
  }
}

/** At the port of the last time, or at any where somebody else has it now: then a page that waits there does not find us. */
async function listenAgain(settings: Omit<LoopbackSettings, 'port'>, port: number): Promise<LoopbackHost> {
  try {
    return await startLoopbackHost({ ...settings, port });
  } catch (error) {
    if (isTaken(error)) {
      return startLoopbackHost({ ...settings, port: 0 });
    }
    throw error;
  }
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

main().catch((error: unknown) => {
  if (isTaken(error)) {
    console.error('端口已被占用，请换一个 --port。 The port is taken: choose another --port.');
  } else {
    console.error(error);
  }
  process.exit(1);
});
