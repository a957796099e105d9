import { describe, expect, it } from 'vitest';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { openPlaces } from '../../../../../renderer/screens/overview/open-places.ts';

const place = (item: string) => ({ application: 'a1', stage: 'document' as const, item, occupation: null, levelGroup: null });
const lacks = (item: string, code: Refusal['code']) => ({ ...place(item), refusal: { code, details: {} } });

describe('what is in the way of sealing', () => {
  it('is what is blank, what is unfinished, and what is only to be looked at again', () => {
    const open = openPlaces([lacks('A01', 'sheet/blank'), lacks('A02', 'sheet/comment-missing')], [place('A03')]);
    expect(open.map(({ item, kind }) => [item, kind])).toEqual([
      ['A01', 'blank'],
      ['A02', 'unfinished'],
      ['A03', 'recheck'],
    ]);
  });

  it('counts a place once: what is blank now is not to be looked at again as well', () => {
    expect(openPlaces([lacks('A01', 'sheet/blank')], [place('A01')]).map(({ kind }) => kind)).toEqual(['blank']);
  });

  it('keeps places of other sheets and levels apart', () => {
    const technician = { ...place('A01'), levelGroup: 'technician' as const };
    const elsewhere = { ...place('A01'), application: 'a2' };
    expect(openPlaces([lacks('A01', 'sheet/blank')], [technician, elsewhere])).toHaveLength(3);
  });
});
