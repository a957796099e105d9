import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type Electron from 'electron';
import { createIpc } from './ipc.ts';
import { StandInChannel } from './message-port.ts';
import { utilityProcess } from './utility-process.ts';

type WindowOptions = NonNullable<ConstructorParameters<typeof Electron.BrowserWindow>[0]>;
type RequestDecision = (details: { url: string }, answer: (response: Electron.CallbackResponse) => void) => void;

/** What the tests see of an Electron that isn't there: what main asked of it, and what it would do with that. */
export interface StandIn {
  /** The names `import … from 'electron'` finds, in every process. */
  electron: Record<string, unknown>;
  ipc: ReturnType<typeof createIpc>;
  app: EventEmitter;
  /** Resolves `app.whenReady()`; Electron does so after it has evaluated the main module. */
  becomeReady: () => void;
  window: () => { options: WindowOptions; url: string; contents: EventEmitter };
  /** Resolves when main has asked its window to load an address. */
  loaded: Promise<string>;
  answer: (scheme: string, request: Request) => Promise<Response>;
  /** Whether main lets a request out. */
  allows: (url: string) => boolean;
  /** Does what Electron does when the page opens a window at an address; null when main denies it. */
  openWindow: (url: string) => OpenedWindow | null;
  /** What main answers to a page at `requestingUrl` that asks for a permission; `mediaTypes` for the camera and the microphone. */
  permissionAllowed: (request: PermissionRequest) => boolean;
  schemes: Electron.CustomScheme[];
  switches: Map<string, string>;
  menu: () => readonly Electron.MenuItemConstructorOptions[];
  /** What the next dialogs answer. */
  dialogs: { open: string[]; save: string };
  errors: string[];
  pathForFile: Map<string, string>;
  exposed: Map<string, unknown>;
  quitted: Promise<void>;
}

export interface OpenedWindow {
  options: WindowOptions;
  /** Whether it may itself open a window at an address. */
  mayOpen: (url: string) => boolean;
  /** Asks for a port to the core as its preload does, on this channel; how many it has been given. */
  portsAfter: (channel: string) => number;
}

type OpenAnswer = { action: string; overrideBrowserWindowOptions?: WindowOptions };
type PermissionRequest = { permission: string; requestingUrl: string; mediaTypes?: ('video' | 'audio')[] };

/** Parts are typed by Electron's own: when a signature changes, this no longer compiles. Events are plain emitters. */
export function createStandIn(systemFolder: string): StandIn {
  const app = new EventEmitter();
  const ready = Promise.withResolvers<void>();
  const loaded = Promise.withResolvers<string>();
  const quitted = Promise.withResolvers<void>();
  const handlers = new Map<string, (request: Request) => Response | Promise<Response>>();
  const exposed = new Map<string, unknown>();
  const pathForFile = new Map<string, string>();
  const errors: string[] = [];
  const schemes: Electron.CustomScheme[] = [];
  const switches = new Map<string, string>();
  const dialogs: StandIn['dialogs'] = { open: [], save: '' };
  let decide: RequestDecision = (_details, answer) => answer({});
  let permission = (_request: PermissionRequest, answer: (granted: boolean) => void) => answer(true);
  let openHandler = (_details: { url: string }): OpenAnswer => ({ action: 'allow' });
  let menu: Electron.MenuItemConstructorOptions[] = [];
  let window: { options: WindowOptions; url: string; contents: EventEmitter } | null = null;
  const ipc = createIpc(() => window?.url ?? '');

  const appParts: Pick<
    typeof Electron.app,
    'whenReady' | 'requestSingleInstanceLock' | 'enableSandbox' | 'isPackaged' | 'quit' | 'exit' | 'getPath' | 'setPath'
  > = {
    whenReady: () => ready.promise,
    requestSingleInstanceLock: () => true,
    enableSandbox() {},
    isPackaged: true,
    quit() {
      let prevented = false;
      app.emit('before-quit', { preventDefault: () => (prevented = true) });
      if (!prevented) {
        quitted.resolve();
      }
    },
    exit: () => quitted.resolve(),
    getPath: (name) => join(systemFolder, name),
    setPath(_name, path) {
      if (!existsSync(path)) {
        throw new Error(`setPath: ${path} does not exist`);
      }
    },
  };
  const protocolParts: Pick<typeof Electron.protocol, 'registerSchemesAsPrivileged' | 'handle'> = {
    registerSchemesAsPrivileged: (given) => void schemes.push(...given),
    handle: (scheme, handler) => void handlers.set(scheme, handler),
  };
  const sessionParts: Pick<Electron.Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'> = {
    setPermissionRequestHandler(handler) {
      if (handler !== null) {
        permission = ({ permission: name, ...details }, answer) => Reflect.apply(handler, undefined, [null, name, answer, details]);
      }
    },
    setPermissionCheckHandler() {},
    setDevicePermissionHandler() {},
  };
  const dialogParts: Pick<typeof Electron.dialog, 'showErrorBox'> & Record<'showOpenDialog' | 'showSaveDialog', () => Promise<unknown>> = {
    showErrorBox: (title, content) => void errors.push(`${title}: ${content}`),
    showOpenDialog: (): Promise<Electron.OpenDialogReturnValue> =>
      Promise.resolve({ canceled: dialogs.open.length === 0, filePaths: dialogs.open }),
    showSaveDialog: (): Promise<Electron.SaveDialogReturnValue> =>
      Promise.resolve({ canceled: dialogs.save === '', filePath: dialogs.save }),
  };
  const bridgeParts: Pick<typeof Electron.contextBridge, 'exposeInMainWorld'> = {
    exposeInMainWorld: (name, api: unknown) => void exposed.set(name, api),
  };

  class StandInWindow extends EventEmitter {
    static readonly all: StandInWindow[] = [];
    static readonly getAllWindows = () => StandInWindow.all;
    static readonly getFocusedWindow = () => null;
    readonly #shown: { options: WindowOptions; url: string; contents: EventEmitter };
    readonly webContents: EventEmitter;

    constructor(options: WindowOptions) {
      super();
      const setWindowOpenHandler = (handler: typeof openHandler) => (openHandler = handler);
      this.webContents = ipc.attach(Object.assign(new EventEmitter(), { setWindowOpenHandler }));
      this.#shown = { options, url: '', contents: this.webContents };
      window = this.#shown;
      StandInWindow.all.push(this);
    }

    loadURL(url: string): Promise<void> {
      this.#shown.url = url;
      loaded.resolve(url);
      this.emit('ready-to-show');
      return Promise.resolve();
    }

    show(): void {}
    focus(): void {}
    restore(): void {}
    isMinimized(): boolean {
      return false;
    }
  }

  return {
    electron: {
      app: Object.assign(app, appParts, { commandLine: { appendSwitch: (name: string, value = '') => void switches.set(name, value) } }),
      protocol: protocolParts,
      session: {
        defaultSession: Object.assign(new EventEmitter(), sessionParts, {
          webRequest: { onBeforeRequest: (listener: RequestDecision) => (decide = listener) },
        }),
      },
      dialog: dialogParts,
      Menu: {
        buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
        setApplicationMenu: (template: Electron.MenuItemConstructorOptions[]) => (menu = template),
      },
      BrowserWindow: StandInWindow,
      MessageChannelMain: StandInChannel,
      utilityProcess,
      ipcMain: ipc.ipcMain,
      ipcRenderer: ipc.ipcRenderer,
      contextBridge: bridgeParts,
      webUtils: { getPathForFile: (file: { name: string }) => pathForFile.get(file.name) ?? '' },
    },
    ipc,
    app,
    becomeReady: ready.resolve,
    window() {
      if (window === null) {
        throw new Error('main has made no window');
      }
      return window;
    },
    loaded: loaded.promise,
    async answer(scheme, request) {
      const handler = handlers.get(scheme);
      if (handler === undefined) {
        throw new Error(`main handles no ${scheme}:`);
      }
      return handler(request);
    },
    allows(url) {
      let allowed = false;
      decide({ url }, ({ cancel }) => (allowed = cancel !== true));
      return allowed;
    },
    openWindow(url) {
      const { action, overrideBrowserWindowOptions: options = {} } = openHandler({ url });
      if (action === 'deny') {
        return null;
      }
      let inner: typeof openHandler = () => ({ action: 'allow' });
      let ports = 0;
      const webContents = Object.assign(new EventEmitter(), {
        setWindowOpenHandler: (handler: typeof openHandler) => (inner = handler),
        postMessage: (_channel: string, _message: unknown, given: unknown[]) => (ports += given.length),
        send: () => {},
      });
      window?.contents.emit('did-create-window', { webContents });
      return {
        options,
        mayOpen: (another) => inner({ url: another }).action !== 'deny',
        portsAfter(channel) {
          ipc.sendAs(webContents, url, channel);
          return ports;
        },
      };
    },
    permissionAllowed(request) {
      let allowed = true;
      permission(request, (granted) => (allowed = granted));
      return allowed;
    },
    schemes,
    switches,
    menu: () => menu,
    dialogs,
    errors,
    pathForFile,
    exposed,
    quitted: quitted.promise,
  };
}
