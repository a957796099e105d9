import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { lockDownContents } from './lock-down.ts';
import { pageUrl } from './origin.ts';

/** The one window: sandboxed, shown when there is something to see. Loads the page when `load` is called. */
export function createWindow(): { window: BrowserWindow; load: () => Promise<void> } {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 1024,
    minHeight: 640,
    show: false,
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
  });
  lockDownContents(window.webContents);
  window.once('ready-to-show', () => window.show());
  return { window, load: () => window.loadURL(pageUrl) };
}
