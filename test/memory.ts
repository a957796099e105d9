import { readdirSync, readFileSync } from 'node:fs';

/** The most resident memory that a process was seen with, in bytes, and what it runs. */
export type Peak = { readonly command: string; readonly bytes: number };

/**
 * Looks at a process and all that it starts, every 20 ms, until `stop`, which gives each one's peak by its id. Only Linux tells
 * (`/proc`); elsewhere nothing is seen.
 */
export function watchMemory(root: number): { stop: () => Map<number, Peak> } {
  const peaks = new Map<number, Peak>();
  const look = (): void => {
    for (const [pid, peak] of familyOf(root)) {
      peaks.set(pid, (peaks.get(pid)?.bytes ?? 0) > peak.bytes ? (peaks.get(pid) ?? peak) : peak);
    }
  };
  const timer = setInterval(look, 20);
  return {
    stop: () => {
      clearInterval(timer);
      return peaks;
    },
  };
}

function familyOf(root: number): Map<number, Peak> {
  const all = new Map(processIds().flatMap((pid) => statusOf(pid) ?? []));
  const isOfFamily = (pid: number): boolean => pid === root || (all.get(pid) !== undefined && isOfFamily(all.get(pid)?.parent ?? 0));
  return new Map([...all].filter(([pid]) => isOfFamily(pid)));
}

function processIds(): number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((pid) => Number.isInteger(pid) && pid > 1);
  } catch {
    return [];
  }
}

/** Null for one that is just ending. */
function statusOf(pid: number): [[number, Peak & { readonly parent: number }]] | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kibibytes = Number(/^VmHWM:\s+(\d+)/mu.exec(status)?.[1] ?? 0);
    const parent = Number(/^PPid:\s+(\d+)/mu.exec(status)?.[1] ?? 0);
    return [[pid, { parent, bytes: kibibytes * 1024, command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') }]];
  } catch {
    return null;
  }
}
