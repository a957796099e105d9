import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { ipcMain } from 'electron';
import * as z from 'zod';
import { channels } from './channels.ts';
import type { CoreProcess } from './core-process.ts';
import type { OpenedFiles } from './opened-files.ts';
import { isOwnUrl } from './origin.ts';

const droppedFilesSchema = z.array(z.object({ path: z.string().min(1), name: z.string(), relativePath: z.string() }));

/** Answers the preload of the one window; anything else that could ever send on these channels is ignored. */
export function answerPage({ core, openedFiles, contents }: { core: CoreProcess; openedFiles: OpenedFiles; contents: WebContents }): void {
  const isPage = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent) =>
    sender === contents && senderFrame !== null && senderFrame.parent === null && isOwnUrl(senderFrame.url);

  function requirePage(event: IpcMainInvokeEvent): void {
    if (!isPage(event)) {
      throw new Error('only the page may ask');
    }
  }

  ipcMain.on(channels.connect, (event) => {
    if (isPage(event)) {
      contents.postMessage(channels.port, null, [core.connectPage()]);
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
}
