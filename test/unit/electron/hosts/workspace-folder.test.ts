import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultWorkspaceFolder, workspaceFolderOf } from '#electron/hosts/workspace-folder.ts';

describe('the workspace folder', () => {
  test('is the one named on the command line, made absolute', () => {
    expect(workspaceFolderOf(['linping', '--workspace', 'here'])).toBe(resolve('here'));
  });

  test('is the system’s place for programs’ data where none is named', () => {
    expect(workspaceFolderOf(['linping', '--workspace'])).toBe(defaultWorkspaceFolder(process.platform, process.env));
    expect(defaultWorkspaceFolder('linux', {})).toBe(join(homedir(), '.local/share/linping/workspace'));
    expect(defaultWorkspaceFolder('linux', { XDG_DATA_HOME: '/data' })).toBe('/data/linping/workspace');
    expect(defaultWorkspaceFolder('darwin', {})).toBe(join(homedir(), 'Library/Application Support/Linping/workspace'));
  });

  test('stays on this machine on Windows, where AppData’s roaming half would be copied to others', () => {
    expect(defaultWorkspaceFolder('win32', { LOCALAPPDATA: '/users/w/local', APPDATA: '/users/w/roaming' })).toMatch(
      /local.Linping.workspace$/,
    );
  });
});
