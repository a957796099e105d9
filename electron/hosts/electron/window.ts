import { join } from 'node:path';
import type { BrowserWindowConstructorOptions, WebContents } from 'electron';
import { app, BrowserWindow } from 'electron';
import { lockDownContents } from './lock-down.ts';
import { isClockUrl, pageUrl } from './origin.ts';

/**
 * The window in which one works: sandboxed, shown when there is something to see. Loads the page when `load` is called. `onPage` is told of
 * the pages that may talk to the core: its own, and that of the clock's window, which the page may open for the second screen and which
 * ends with it.
 */
export function createWindow(onPage: (contents: WebContents) => void): { window: BrowserWindow; load: () => Promise<void> } {
  const window = new BrowserWindow({ ...options(), width: 1440, height: 900, minWidth: 1024, minHeight: 640, show: false });
  const { webContents } = window;
  lockDownContents(webContents);
  webContents.setWindowOpenHandler(({ url }) =>
    isClockUrl(url)
      ? { action: 'allow', outlivesOpener: false, overrideBrowserWindowOptions: { ...options(), width: 1280, height: 720 } }
      : { action: 'deny' },
  );
  webContents.on('did-create-window', (clock) => {
    lockDownContents(clock.webContents);
    onPage(clock.webContents);
  });
  onPage(webContents);
  window.once('ready-to-show', () => window.show());
  return { window, load: () => window.loadURL(pageUrl) };
}

function options(): BrowserWindowConstructorOptions {
  return {
    title: '遴评',
    backgroundColor: '#ffffff',
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  };
}
