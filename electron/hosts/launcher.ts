import { parseArgs } from 'node:util';
import { workspaceFolderOf } from './workspace-folder.ts';
import { ensureBuilt } from './launch/ensure-built.ts';
import { findElectron } from './launch/find-electron.ts';
import { runProgram } from './launch/run-program.ts';
import { root } from './launch/root.ts';

/** `[--browser] [--workspace DIR] [--port N] [--no-open]`: opens Linping and returns the exit code once the user has ended it. */
export async function open(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      browser: { type: 'boolean', default: false },
      workspace: { type: 'string' },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
    },
  });
  return openBest({
    workspaceFolder: workspaceFolderOf(values.workspace === undefined ? [] : ['--workspace', values.workspace]),
    host: values.browser ? 'browser' : 'best',
    port: Number(values.port),
    browser: values['no-open'] ? 'print' : 'open',
  });
}

interface OpenOptions {
  /** Absolute; made by the user's first step in the window. */
  workspaceFolder: string;
  /** The browser host even where there is a window to be had. */
  host: 'best' | 'browser';
  /** Of the browser host; 0 takes any free port. */
  port: number;
  /** Print the address, open nothing. */
  browser: 'open' | 'print';
}

/**
 * Opens Linping: in Electron's window where that can be had within seconds, else in the system's browser, saying why.
 */
async function openBest({ workspaceFolder, host, port, browser }: OpenOptions): Promise<number> {
  await ensureBuilt(root);
  const displayed = hasDisplay(process.platform, process.env);
  const electron = host === 'browser' || browser === 'print' ? null : displayed ? await findElectron(root) : noDisplay;
  if (electron?.found === true) {
    const ended = await runProgram(electron.binary, [root, '--workspace', workspaceFolder]);
    if (!ended.atOnce) {
      return ended.code;
    }
    say(
      `Electron 未能启动（退出码 ${ended.code}），改用浏览器。`,
      `Electron did not start (exit code ${ended.code}); using the browser instead.`,
    );
  } else if (electron !== null) {
    say(`${electron.why.zh}，改用浏览器。`, `${electron.why.en}; using the browser instead.`);
  }
  const argv = ['dist/electron/loopback.js', '--workspace', workspaceFolder, '--port', String(port)];
  const { code } = await runProgram(process.execPath, browser === 'print' || !displayed ? [...argv, '--no-open'] : argv, root);
  return code;
}

const noDisplay = {
  found: false,
  why: { zh: '没有图形界面', en: 'There is no display' },
} as const;

/** Windows and macOS always have one; elsewhere X11 or Wayland say so. */
function hasDisplay(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(environment['DISPLAY']) || Boolean(environment['WAYLAND_DISPLAY']);
}

function say(zh: string, en: string): void {
  console.log(`${zh} ${en}`);
}

if (import.meta.main) {
  process.exitCode = await open(process.argv.slice(2));
}
