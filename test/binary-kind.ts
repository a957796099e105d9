import type { Platform } from './lockfile.ts';

const cpus = {
  elf: { 0x3e: 'x64', 0xb7: 'arm64' },
  pe: { 0x8664: 'x64', 0xaa64: 'arm64' },
  mach: { 0x1000007: 'x64', 0x100000c: 'arm64' },
} as const;

/** The system and processor that a file of machine code is for, by its first bytes (1 KiB do); null for other files. `null` in it for ones that we don't know. */
export function binaryKind(start: Buffer): { os: Platform['os']; cpu: Platform['cpu'] | null } | null {
  if (start.length < 64) {
    return null;
  }
  if (start.readUInt32BE(0) === 0x7f454c46) {
    return { os: 'linux', cpu: known(cpus.elf, start.readUInt16LE(18)) };
  }
  if (start.toString('latin1', 0, 2) === 'MZ') {
    const header = start.readUInt32LE(0x3c);
    const isPe = header + 6 <= start.length && start.toString('latin1', header, header + 4) === 'PE\0\0';
    return { os: 'win32', cpu: isPe ? known(cpus.pe, start.readUInt16LE(header + 4)) : null };
  }
  // Mach-O of one processor; one for several is none of ours.
  if ([0xfeedface, 0xfeedfacf, 0xcafebabe].some((magic) => [start.readUInt32LE(0), start.readUInt32BE(0)].includes(magic))) {
    return { os: 'darwin', cpu: start.readUInt32LE(0) === 0xfeedfacf ? known(cpus.mach, start.readUInt32LE(4)) : null };
  }
  return null;
}

function known<Cpu>(table: Readonly<Record<number, Cpu>>, code: number): Cpu | null {
  return table[code] ?? null;
}
