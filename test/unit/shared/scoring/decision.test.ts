import { describe, expect, it } from 'vitest';
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { rubricSchema } from '#shared/domain/rubric.ts';
import type { Entry, MeasuredValue, OpenProposal, Proposal, Slot } from '#shared/domain/sheet.ts';
import type { Verdict } from '#shared/domain/values.ts';
import { blankRecord, type VisitPhoto } from '#shared/domain/visit.ts';
import { completeness, decisionOn, unfinished } from '#shared/scoring/index.ts';

const rubric = rubricSchema.parse(rubricJson);

function decide(code: string, proposed: Partial<OpenProposal>, given: { value?: MeasuredValue; verdict?: Verdict; points?: string }) {
  const item = rubric.items.find((one) => one.code === code);
  if (item === undefined) {
    throw new Error(`no item ${code}`);
  }
  const proposal = { finding: code, reason: 'made-up', verdict: 'met' as const, value: null, points: null, ...proposed };
  return decisionOn(item, proposal, { value: null, verdict: null, points: null, ...given });
}

const number = (text: string): MeasuredValue => ({ kind: 'number', number: text });

describe('what an answer makes of a proposal', () => {
  it('decides nothing while it is blank', () => {
    expect(decide('G01', {}, {})).toBeNull();
    expect(decide('A12', { value: number('12') }, {})).toBeNull();
  });

  it('accepts a gate by the same verdict, changes it by any other', () => {
    expect(decide('G01', { verdict: 'doubtful' }, { verdict: 'doubtful' })).toBe('accepted');
    expect(decide('G01', { verdict: 'doubtful' }, { verdict: 'met' })).toBe('changed');
    expect(decide('G01', { verdict: 'met' }, { verdict: 'not-applicable' })).toBe('changed');
  });

  it('accepts a value however it is written', () => {
    expect(decide('A12', { value: number('12') }, { value: number('12.0') })).toBe('accepted');
    expect(decide('A12', { value: number('12') }, { value: number('11') })).toBe('changed');
    const ticks = (...ticked: string[]): MeasuredValue => ({ kind: 'checklist', ticked });
    expect(decide('A04', { value: ticks('a', 'b') }, { value: ticks('b', 'a') })).toBe('accepted');
    expect(decide('A04', { value: ticks('a', 'b') }, { value: ticks('a') })).toBe('changed');
    const ratio = (count: string, of: string): MeasuredValue => ({ kind: 'ratio', count, of });
    expect(decide('A12', { value: ratio('1', '2') }, { value: ratio('1', '2') })).toBe('accepted');
    expect(decide('A12', { value: ratio('1', '2') }, { value: ratio('2', '4') })).toBe('changed');
    const parts = (text: string): MeasuredValue => ({ kind: 'parts', parts: { area: { kind: 'number', number: text } } });
    expect(decide('A12', { value: parts('60') }, { value: parts('60.00') })).toBe('accepted');
    expect(decide('A12', { value: parts('60') }, { value: parts('61') })).toBe('changed');
    expect(decide('A12', { value: parts('60') }, { value: number('60') })).toBe('changed');
  });

  it('takes another choice, another half of a ratio and other ticks of the same number for a change', () => {
    const choice = (code: string): MeasuredValue => ({ kind: 'choice', choice: code });
    expect(decide('A12', { value: choice('a') }, { value: choice('a') })).toBe('accepted');
    expect(decide('A12', { value: choice('a') }, { value: choice('b') })).toBe('changed');
    const ratio = (count: string, of: string): MeasuredValue => ({ kind: 'ratio', count, of });
    expect(decide('A12', { value: ratio('1', '2') }, { value: ratio('2', '2') })).toBe('changed');
    expect(decide('A12', { value: ratio('1', '2') }, { value: ratio('1', '4') })).toBe('changed');
    const ticks = (...ticked: string[]): MeasuredValue => ({ kind: 'checklist', ticked });
    expect(decide('A12', { value: ticks('a', 'b') }, { value: ticks('a', 'c') })).toBe('changed');
  });

  it('takes a value of another kind, one that nobody proposed, and other parts for a change', () => {
    const kinds: MeasuredValue[] = [
      number('1'),
      { kind: 'ratio', count: '1', of: '1' },
      { kind: 'checklist', ticked: ['1'] },
      { kind: 'choice', choice: '1' },
      { kind: 'parts', parts: { area: { kind: 'number', number: '1' } } },
    ];
    for (const one of kinds) {
      for (const other of kinds) {
        expect(decide('A12', { value: one }, { value: other })).toBe(one === other ? 'accepted' : 'changed');
      }
      expect(decide('A12', { value: null }, { value: one })).toBe('changed');
    }
    const parts = (...areas: [string, string][]): MeasuredValue => ({
      kind: 'parts',
      parts: Object.fromEntries(areas.map(([code, text]) => [code, { kind: 'number' as const, number: text }])),
    });
    expect(decide('A12', { value: parts(['a', '1'], ['b', '2']) }, { value: parts(['a', '1']) })).toBe('changed');
    expect(decide('A12', { value: parts(['a', '1']) }, { value: parts(['a', '1'], ['b', '2']) })).toBe('changed');
    expect(decide('A12', { value: parts(['a', '1'], ['b', '2']) }, { value: parts(['a', '1'], ['b', '3']) })).toBe('changed');
    expect(decide('A12', { value: parts(['a', '1']) }, { value: parts(['b', '1']) })).toBe('changed');
  });

  it('takes a doubt beside the proposed number for a change', () => {
    expect(decide('A12', { value: number('12') }, { value: number('12'), verdict: 'met' })).toBe('accepted');
    expect(decide('A12', { value: number('12') }, { value: number('12'), verdict: 'doubtful' })).toBe('changed');
  });
});

describe('what keeps a sheet from being completed', () => {
  const slot: Slot = { item: 'G01', occupation: null, levelGroup: null };
  const sheet = (decision: Proposal['decision'], comment: string) => {
    const entry: Entry = {
      ...slot,
      value: null,
      points: null,
      verdict: 'met',
      comment,
      evidence: [],
      proposal: {
        finding: 'G01',
        reason: 'made-up',
        verdict: decision === 'accepted' ? 'met' : 'doubtful',
        value: null,
        points: null,
        decision,
      },
      recordedAt: '2022-11-15T09:41:00+08:00',
      history: [],
    };
    return { entries: [entry] };
  };

  it('wants the reason of a changed proposal, and of no accepted one', () => {
    expect(unfinished(rubric, sheet('changed', ' 　'), [slot])).toEqual([
      { slot, refusal: { code: 'sheet/change-unexplained', details: { item: 'G01' } } },
    ]);
    expect(unfinished(rubric, sheet('changed', '原件已核对'), [slot])).toEqual([]);
    expect(unfinished(rubric, sheet('accepted', ''), [slot])).toEqual([]);
  });

  it('lists what is blank as completeness does, and leaves the merge without proposals', () => {
    expect(unfinished(rubric, null, [slot])).toEqual(completeness(rubric, null, [slot]));
    expect(completeness(rubric, sheet('changed', ''), [slot])).toEqual([]);
  });

  describe('an item that must be photographed', () => {
    const inRubric = {
      ...rubric,
      items: rubric.items.map((item) => (item.code === 'G01' ? { ...item, photos: 'required' as const } : item)),
    };
    const photo = 'a'.repeat(64);
    const evidenceOf = (sha256: string) => ({ sha256, page: null, region: null, note: '' });
    const visited = (
      evidence: Entry['evidence'],
      { comment = '', removed = null }: { comment?: string; removed?: VisitPhoto['removed'] } = {},
    ) => {
      const [entry] = sheet('accepted', comment).entries;
      const taken: VisitPhoto = {
        sha256: photo,
        name: '现场.jpg',
        bytes: 1,
        source: 'camera',
        takenAt: null,
        latitude: null,
        longitude: null,
        perceptualHash: null,
        addedAt: '2022-11-15T09:41:00+08:00',
        caption: '',
        marks: [],
        screenCopy: null,
        removed,
      };
      const visit = { record: blankRecord, photos: [taken], signatures: [], statement: 'c'.repeat(64) };
      return { entries: entry === undefined ? [] : [{ ...entry, evidence }], visit };
    };
    const codes = (given: ReturnType<typeof visited>, of = inRubric) =>
      unfinished(of, given, [slot]).map(({ refusal }) => [refusal.code, refusal.details]);
    const missing = [['sheet/photo-missing', { item: 'G01' }]];

    it('wants a photo of this visit that was not removed, or a written reason', () => {
      expect(codes(visited([]))).toEqual(missing);
      expect(codes(visited([evidenceOf('b'.repeat(64))]))).toEqual(missing);
      expect(codes(visited([evidenceOf(photo)]))).toEqual([]);
      expect(codes(visited([evidenceOf('b'.repeat(64)), evidenceOf(photo)]))).toEqual([]);
      expect(codes(visited([evidenceOf(photo)], { removed: '拍错了' }))).toEqual(missing);
      expect(codes(visited([], { comment: ' 　' }))).toEqual(missing);
      expect(codes(visited([], { comment: '不许拍照' }))).toEqual([]);
    });

    it('is none where the rubric leaves photos open, and a sheet without a visit has none', () => {
      expect(codes(visited([]), rubric)).toEqual([]);
      expect(unfinished(inRubric, sheet('accepted', ''), [slot]).map(({ refusal }) => refusal.code)).toEqual(['sheet/photo-missing']);
    });
  });
});
