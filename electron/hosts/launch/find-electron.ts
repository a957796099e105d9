import { spawn } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export type ElectronSearch = { found: true; binary: string } | { found: false; why: { zh: string; en: string } };

const patienceMilliseconds = 20_000;

/**
 * Electron's binary, fetched when it isn't there yet. npm doesn't run Electron's install script here, so the first start does;
 * importing the package instead would block on the download for as long as that takes. A fetch that needs longer goes on
 * while Linping is open in the browser, for the next start.
 */
export async function findElectron(root: string): Promise<ElectronSearch> {
  const folder = join(root, 'node_modules/electron');
  const present = await binaryIn(folder);
  if (present !== null) {
    return { found: true, binary: present };
  }
  if (!(await exists(join(folder, 'install.js')))) {
    return { found: false, why: { zh: '没有安装 Electron', en: 'Electron is not installed' } };
  }
  console.log('正在获取 Electron…… Fetching Electron…');
  const outcome = await fetchBinary(join(folder, 'install.js'));
  const fetched = await binaryIn(folder);
  if (fetched !== null) {
    return { found: true, binary: fetched };
  }
  return outcome === 'running'
    ? { found: false, why: { zh: 'Electron 仍在下载，下次启动可用', en: 'Electron is still being fetched, for the next start' } }
    : { found: false, why: { zh: '无法下载 Electron', en: 'Electron can’t be fetched from here' } };
}

/** Resolves when the fetch has ended, or with `running` when patience has; it doesn't outlive this process's parent terminal by much. */
function fetchBinary(installer: string): Promise<'ended' | 'running'> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [installer], { stdio: 'ignore' });
    const timer = setTimeout(() => {
      child.unref();
      process.once('exit', () => child.kill());
      resolve('running');
    }, patienceMilliseconds);
    const ended = () => {
      clearTimeout(timer);
      resolve('ended');
    };
    child.once('error', ended);
    child.once('exit', ended);
  });
}

async function binaryIn(folder: string): Promise<string | null> {
  const distribution = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist');
  const pathFile = join(folder, 'path.txt');
  const name = (await exists(pathFile)) ? (await readFile(pathFile, 'utf8')).trim() : 'electron';
  const binary = join(distribution, name);
  return (await exists(binary)) ? binary : null;
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
