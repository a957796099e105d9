import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, protocol, session } from 'electron';
import { workspaceFolderOf } from '../workspace-folder.ts';
import { openSite } from '../site/site.ts';
import { keepCoreRunning } from './core-lives.ts';
import { startCoreProcess } from './core-process.ts';
import { channels } from './channels.ts';
import { systemDialogs } from './dialogs.ts';
import { lockDownSession } from './lock-down.ts';
import { setMenu } from './menu.ts';
import { createOpenedFiles } from './opened-files.ts';
import { scheme } from './origin.ts';
import { answerPages } from './page-requests.ts';
import { createWindow } from './window.ts';

/** Electron's main process: the window, the page's own scheme, dialogs. Everything else is in the core process. */
async function run(workspaceFolder: string): Promise<void> {
  const openedFiles = createOpenedFiles();
  openedFiles.add(process.argv.slice(1), process.cwd());
  // macOS sends these before the window is there as well.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openedFiles.add([path], '/');
  });

  await app.whenReady();
  setMenu(process.platform);
  lockDownSession(session.defaultSession);
  const core = keepCoreRunning({
    start: () => startCoreProcess({ workspaceFolder, dialogs: systemDialogs }),
    now: () => Date.now(),
    onGone: () => pages.tellGone(),
    onBack: () => pages.reconnect(),
    // The window stays: what was typed and not saved can still be copied from it.
    onGivenUp: (code) =>
      dialog.showErrorBox(
        '遴评',
        `后台程序反复意外退出（${code}）。已保存的内容都在；请先抄下本页上等待保存的内容，再重新打开遴评。\nLinping’s core ended unexpectedly several times. What was saved is safe; copy what still waits to be saved, then start Linping again.`,
      ),
  });
  const site = await openSite({
    core: { openEvidence: core.openEvidence, openExport: () => Promise.resolve(null) },
    rendererFolder: join(import.meta.dirname, '../renderer'),
  });
  protocol.handle(scheme, site);

  const pages = answerPages({ core, openedFiles });
  const { window, load } = createWindow(pages.add);
  const announce = () => window.webContents.send(channels.openedFiles);
  app.on('open-file', announce);
  app.on('second-instance', (_event, argv, workingFolder) => {
    if (window.isMinimized()) {
      window.restore();
    }
    window.focus();
    if (openedFiles.add(argv.slice(1), workingFolder)) {
      announce();
    }
  });

  let closing = false;
  app.on('window-all-closed', () => app.quit());
  // Answers are on disk when they show as saved; this only lets long work end cleanly.
  app.on('before-quit', (event) => {
    if (!closing) {
      closing = true;
      event.preventDefault();
      void core.close().finally(() => app.quit());
    }
  });
  await load();
}

protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, stream: true, supportFetchAPI: true } }]);
// Beside the cancelled requests: Chromium's own services don't even find an address.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.commandLine.appendSwitch('disable-http-cache');
app.enableSandbox();
const folder = workspaceFolderOf(process.argv);
// One window for each workspace, not one for all: the lock is kept with Chromium's own files.
const chromiumFolder = join(app.getPath('userData'), createHash('sha256').update(folder).digest('hex').slice(0, 16));
// `setPath` takes only what exists.
mkdirSync(chromiumFolder, { recursive: true });
app.setPath('userData', chromiumFolder);
if (app.requestSingleInstanceLock()) {
  // Not awaited: Electron says it is ready only after this module has been evaluated.
  run(folder).catch((error: unknown) => {
    console.error(error);
    dialog.showErrorBox('遴评', String(error));
    app.exit(1);
  });
} else {
  app.quit();
}
