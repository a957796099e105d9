import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { StandInPort } from './message-port.ts';

type Handler = Parameters<typeof Electron.ipcMain.handle>[1];

/** The two ends of Electron's channels. Arguments are cloned, as between processes. */
export function createIpc(pageUrl: () => string) {
  const handlers = new Map<string, Handler>();
  const toMain = new EventEmitter();
  const toPage = new EventEmitter();
  let sender: object | null = null;
  const event = () => ({ sender, senderFrame: { url: pageUrl(), parent: null } });

  function send(channel: string, ...values: unknown[]): void {
    toPage.emit(channel, { ports: [] }, ...structuredClone(values));
  }

  function postMessage(channel: string, message: unknown, ports: StandInPort[] = []): void {
    toPage.emit(channel, { ports }, structuredClone(message));
  }

  return {
    /** Makes `contents` the end that messages to main come from. */
    attach<Contents extends object>(contents: Contents) {
      sender = contents;
      return Object.assign(contents, { send, postMessage });
    },
    /** A message without values that another page than the attached one sends. */
    sendAs: (page: object, url: string, channel: string) => void toMain.emit(channel, { sender: page, senderFrame: { url, parent: null } }),
    ipcMain: {
      on: (channel: string, listener: (...values: unknown[]) => void) => toMain.on(channel, listener),
      handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
    },
    ipcRenderer: {
      on: (channel: string, listener: (...values: unknown[]) => void) => toPage.on(channel, listener),
      send: (channel: string, ...values: unknown[]) => void toMain.emit(channel, event(), ...structuredClone(values)),
      async invoke(channel: string, ...values: unknown[]): Promise<unknown> {
        const handler = handlers.get(channel);
        if (handler === undefined) {
          throw new Error(`No handler registered for '${channel}'`);
        }
        return structuredClone(await Reflect.apply(handler, undefined, [event(), ...structuredClone(values)]));
      },
    },
  };
}
