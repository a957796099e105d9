import type { PortableFile } from './contents.ts';
import type { Platform } from './platforms.ts';
import { readme } from './readme.ts';

/** What lies on top of a portable copy: the file to double-click, and what to know. */
export function startFiles({ platform, version }: { platform: Platform; version: string }): readonly PortableFile[] {
  switch (platform.os) {
    case 'win32':
      return [
        { path: '遴评.cmd', content: { text: crlf(windowsStart) }, executable: false },
        // Older editors on Windows tell UTF-8 by its mark.
        { path: '说明.txt', content: { text: `\u{FEFF}${crlf(readme({ platform, version }))}` }, executable: false },
      ];
    case 'darwin':
    case 'linux':
      return [
        { path: platform.os === 'darwin' ? '遴评.command' : '遴评.sh', content: { text: unixStart(version) }, executable: true },
        { path: '说明.txt', content: { text: readme({ platform, version }) }, executable: false },
      ];
  }
}

const crlf = (text: string) => text.replaceAll('\n', '\r\n');

/** ASCII only: Windows reads the file in the system's own encoding until it has been told to take UTF-8. */
const windowsStart = `@echo off
chcp 65001 >nul
title Linping
"%~dp0node\\node.exe" "%~dp0program\\dist\\electron\\portable.js" %*
if errorlevel 1 pause
`;

const unixStart = (version: string) => `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd) || exit 1
node=$here/node/node
if [ ! -x "$node" ]; then
  # Some sticks keep no permission to run a program; then a copy of Node on this computer runs.
  copy=\${XDG_CACHE_HOME:-$HOME/.cache}/linping/node-for-${version}
  if ! cmp -s "$node" "$copy"; then
    mkdir -p "\${copy%/*}" && cp "$node" "$copy.new" && chmod 700 "$copy.new" && mv "$copy.new" "$copy" || exit 1
  fi
  node=$copy
fi
exec "$node" "$here/program/dist/electron/portable.js" "$@"
`;
