import { spawn } from 'node:child_process';

/** Has the system open an address in its browser; false where there is nothing that would (the address has been printed). */
export function openInBrowser(url: string): Promise<boolean> {
  const [command, ...argv] = opener(process.platform, url);
  return new Promise((resolve) => {
    const child = spawn(command, argv, { stdio: 'ignore', detached: true });
    child.once('error', () => resolve(false));
    child.once('spawn', () => {
      child.unref();
      resolve(true);
    });
  });
}

function opener(platform: NodeJS.Platform, url: string): [string, ...string[]] {
  switch (platform) {
    case 'win32':
      // `start` would need cmd's quoting of `&`; this takes the address as it is.
      return ['rundll32', 'url.dll,FileProtocolHandler', url];
    case 'darwin':
      return ['open', url];
    default:
      return ['xdg-open', url];
  }
}
