import type { IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import { ipcMain } from 'electron';
import * as z from 'zod';
import { channels } from './channels.ts';
import type { LivingCore } from './core-lives.ts';
import type { OpenedFiles } from './opened-files.ts';
import { isOwnUrl } from './origin.ts';

const droppedFilesSchema = z.array(z.object({ path: z.string().min(1), name: z.string(), relativePath: z.string() }));

type PagesCore = Pick<LivingCore, 'connectPage' | 'registerFile'>;

export interface Pages {
  add: (page: WebContents) => void;
  /** Tells every page that its port leads nowhere any more. */
  tellGone: () => void;
  /** Gives every page a port to the core that was started anew. */
  reconnect: () => void;
}

/**
 * Answers the preloads of the pages that are added, until they are gone; anything else that could ever send on these channels is ignored.
 */
export function answerPages({ core, openedFiles }: { core: PagesCore; openedFiles: OpenedFiles }): Pages {
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
    return Promise.all(droppedFilesSchema.parse(input).map((file) => core.registerFile({ kind: 'path', ...file })));
  });
  ipcMain.handle(channels.takeOpenedFiles, (event) => {
    requirePage(event);
    return openedFiles.take((file) => core.registerFile(file));
  });
  return {
    add(page) {
      pages.add(page);
      page.once('destroyed', () => pages.delete(page));
    },
    tellGone() {
      for (const page of pages) {
        page.send(channels.coreGone);
      }
    },
    reconnect() {
      for (const page of pages) {
        page.postMessage(channels.port, null, [core.connectPage()]);
      }
    },
  };
}
