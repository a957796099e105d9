import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { ipcMain } from 'electron';
import * as z from 'zod';
import { channels } from './channels.ts';
import type { CoreProcess } from './core-process.ts';
import type { OpenedFiles } from './opened-files.ts';
import { isOwnUrl } from './origin.ts';

const droppedFilesSchema = z.array(z.object({ path: z.string().min(1), name: z.string(), relativePath: z.string() }));

/**
 * Answers the preloads of the pages that are added, until they are gone; anything else that could ever send on these channels is ignored.
 */
export function answerPages({ core, openedFiles }: { core: CoreProcess; openedFiles: OpenedFiles }): { add: (page: WebContents) => void } {
  const pages = new Set<WebContents>();
  const isPage = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent) =>
    pages.has(sender) && senderFrame !== null && senderFrame.parent === null && isOwnUrl(senderFrame.url);

  function requirePage(event: IpcMainInvokeEvent): void {
    if (!isPage(event)) {
      throw new Error('only the page may ask');
    }
  }

  ipcMain.on(channels.connect, (event) => {
    if (isPage(event)) {
      event.sender.postMessage(channels.port, null, [core.connectPage()]);
    }
  });
  ipcMain.handle(channels.registerFiles, (event, input: unknown) => {
    requirePage(event);
    return Promise.all(droppedFilesSchema.parse(input).map((file) => core.ask.registerFile({ kind: 'path', ...file })));
  });
  ipcMain.handle(channels.takeOpenedFiles, (event) => {
    requirePage(event);
    return openedFiles.take((file) => core.ask.registerFile(file));
  });
  return {
    add(page) {
      pages.add(page);
      page.once('destroyed', () => pages.delete(page));
    },
  };
}
