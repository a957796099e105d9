import { useState } from 'react';
import type { Slot } from '#shared/domain/sheet.ts';
import { slotKey } from '#shared/scoring/slots.ts';
import { type Line, nextBlank } from './sheet-model.ts';

type Request = {
  readonly lines: readonly Line[];
  /** The line that the address names. */
  readonly asked: string | undefined;
  /** Where the sheet was left. */
  readonly resumeAt: Slot | null;
};

/** The line that is open: the one asked for, else where the sheet was left, else the first blank one; undefined before there are lines. */
export function useOpenLine({ lines, asked, resumeAt }: Request): Line | undefined {
  const [firstKey, setFirstKey] = useState<string | null>(null);
  const left = resumeAt === null ? undefined : lines.find(({ key }) => key === slotKey(resumeAt));
  const first = left ?? nextBlank(lines, undefined) ?? lines[0];
  // Decided once, so that answering an item does not move on by itself.
  if (firstKey === null && first !== undefined) {
    setFirstKey(first.key);
  }
  return lines.find(({ key }) => key === (asked ?? firstKey)) ?? first;
}
