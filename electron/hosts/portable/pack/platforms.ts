/** A kind of machine that a portable copy is made for. */
export interface Platform {
  /** In the name of the ZIP. */
  readonly name: 'linux-x64' | 'linux-arm64' | 'windows-x64' | 'macos-x64' | 'macos-arm64';
  /** Of `process.platform`, which is npm's word too. */
  readonly os: 'linux' | 'win32' | 'darwin';
  /** Of `process.arch`, which is npm's word too. */
  readonly cpu: 'x64' | 'arm64';
}

export const platforms: readonly Platform[] = [
  { name: 'linux-x64', os: 'linux', cpu: 'x64' },
  { name: 'linux-arm64', os: 'linux', cpu: 'arm64' },
  { name: 'windows-x64', os: 'win32', cpu: 'x64' },
  { name: 'macos-x64', os: 'darwin', cpu: 'x64' },
  { name: 'macos-arm64', os: 'darwin', cpu: 'arm64' },
];
