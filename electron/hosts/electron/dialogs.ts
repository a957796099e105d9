import { basename, extname } from 'node:path';
import type { FileFilter as SystemFilter } from 'electron';
import { BrowserWindow, dialog } from 'electron';
import type { Dialogs, FileFilter } from '../../core/host-services.ts';
import { folderFiles } from './folder-files.ts';

const filters: Record<FileFilter, SystemFilter[]> = {
  package: [{ name: '遴评文件', extensions: ['lpapp', 'lpround', 'lpscore', 'lpreturn', 'lpresult', 'lpcard'] }],
  card: [{ name: '身份卡', extensions: ['lpcard'] }],
  'application-folder': [],
  spreadsheet: [{ name: '表格', extensions: ['xlsx', 'csv'] }],
  photo: [{ name: '照片', extensions: ['jpg', 'jpeg', 'png', 'webp', 'gif', 'bmp', 'heic', 'heif'] }],
  any: [],
};

/** The system's dialogs, in front of Linping's window. */
export const systemDialogs: Dialogs = {
  async chooseFiles({ filter, multiple }) {
    const wanted = filter === 'application-folder' ? ('openDirectory' as const) : ('openFile' as const);
    const { filePaths } = await dialog.showOpenDialog(frontWindow(), {
      properties: multiple ? [wanted, 'multiSelections'] : [wanted],
      filters: filters[filter],
    });
    if (filter === 'application-folder') {
      return (await Promise.all(filePaths.map(folderFiles))).flat();
    }
    return filePaths.map((path) => ({ kind: 'path', path, name: basename(path), relativePath: basename(path) }));
  },
  async saveFile({ suggestedName }) {
    const extension = extname(suggestedName).slice(1);
    const { canceled, filePath } = await dialog.showSaveDialog(frontWindow(), {
      defaultPath: suggestedName,
      filters: extension === '' ? [] : [{ name: `.${extension}`, extensions: [extension] }],
    });
    return canceled || filePath === '' ? null : filePath;
  },
};

function frontWindow(): BrowserWindow {
  // There may be two: the clock of a roadshow stands on a screen of its own.
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (window === undefined) {
    throw new Error('only a window asks for dialogs');
  }
  return window;
}
