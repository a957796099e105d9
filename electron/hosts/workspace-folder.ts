import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folder after `--workspace` in a command line, absolute; where there is none, the system's place for programs' data. */
export function workspaceFolderOf(argv: readonly string[]): string {
  const index = argv.indexOf('--workspace');
  const given = index === -1 ? undefined : argv[index + 1];
  return given === undefined ? defaultWorkspaceFolder(process.platform, process.env) : resolve(given);
}

/** XDG data folder, Application Support or AppData (the roaming one follows a person between machines of a domain; ours must not). */
export function defaultWorkspaceFolder(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  const home = homedir();
  switch (platform) {
    case 'win32':
      return join(environment['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), 'Linping', 'workspace');
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Linping', 'workspace');
    default:
      return join(environment['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'linping', 'workspace');
  }
}
