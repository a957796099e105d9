import { describe, expect, it } from 'vitest';
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import type { SheetView } from '#shared/api/sheets.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { rubricSchema } from '#shared/domain/rubric.ts';
import type { Answer, Entry, OpenProposal, Slot } from '#shared/domain/sheet.ts';
import { findingsFor, generalFindings } from '../../../../../renderer/screens/desk/findings/place-findings.ts';
import {
  acceptedAnswer,
  blankAnswer,
  linesOf,
  linesToAccept,
  nextBlank,
  slotOf,
  standingAnswer,
} from '../../../../../renderer/parts/answering/sheet-model.ts';

const rubric = rubricSchema.parse(rubricJson);
const slot = (item: string, more: Partial<Slot> = {}): Slot => ({ item, occupation: null, levelGroup: null, ...more });
const proposal = (verdict: OpenProposal['verdict'], more: Partial<OpenProposal> = {}): OpenProposal => ({
  finding: 'made-up',
  reason: 'made-up',
  verdict,
  value: null,
  points: null,
  ...more,
});
const entry = (item: string, answer: Partial<Answer>, recordedAt = '2022-11-15T09:41:00+08:00'): Entry => ({
  ...slot(item),
  ...blankAnswer,
  ...answer,
  recordedAt,
  history: [],
});

function lines(slots: { item: string; proposed?: OpenProposal }[], entries: Entry[]) {
  const view: SheetView = {
    sheet: { application: 'a', stage: 'document', methods: [], startedAt: '2022-11-15T09:00:00+08:00', completedAt: null, entries },
    slots: slots.map(({ item, proposed = null }) => ({ ...slot(item), proposed, lock: { kind: 'open' as const } })),
    lock: { kind: 'open' },
    findings: [],
    resumeAt: null,
    state: 'draft',
    fill: { filled: 0, total: slots.length },
  };
  return linesOf(rubric, view);
}

it('puts an answer where its line is: the item for that occupation and level group, and nothing else of the line', () => {
  const asked = slot('A06', { occupation: '酒体设计师', levelGroup: 'technician' });
  const [line] = lines([{ item: 'A06' }], []);
  expect(line && slotOf({ ...line, slot: { ...line.slot, ...asked } })).toEqual(asked);
});

describe('what can be accepted in one step', () => {
  it('is met and blank, a comment alone being blank; nothing else ever', () => {
    const verdicts = ['met', 'not-met', 'doubtful', 'verify-on-site', 'not-applicable'] as const;
    const some = lines(
      [
        ...verdicts.map((verdict, index) => ({ item: `G0${index + 1}`, proposed: proposal(verdict) })),
        { item: 'G06', proposed: proposal('met') },
        { item: 'G08', proposed: proposal('met') },
        { item: 'G09' },
      ],
      [entry('G06', { verdict: 'doubtful' }), entry('G08', { comment: '待核' })],
    );
    expect(linesToAccept(some).map(({ item }) => item.code)).toEqual(['G01', 'G08']);
  });

  it('gives a gate the verdict and a measured item the value, and leaves comment and evidence', () => {
    const [gate, measured] = lines([{ item: 'G01' }, { item: 'A06' }], []);
    const before = { ...blankAnswer, comment: '见附件' };
    const value = { kind: 'number', number: '2' } as const;
    expect(gate && acceptedAnswer(gate.item, proposal('met'), before)).toEqual({ ...before, verdict: 'met' });
    expect(measured && acceptedAnswer(measured.item, proposal('met', { value, points: '2.00' }), before)).toEqual({
      ...before,
      value,
      points: '2.00',
    });
  });
});

describe('the next blank item', () => {
  const some = lines(
    [{ item: 'G01' }, { item: 'G02' }, { item: 'G04' }],
    [entry('G01', { comment: '待核' }), entry('G02', { verdict: 'met' })],
  );

  it('is looked for behind the current one, then from the top', () => {
    expect(nextBlank(some, undefined)?.item.code).toBe('G01');
    expect(nextBlank(some, some[0])?.item.code).toBe('G04');
    expect(nextBlank(some, some[2])?.item.code).toBe('G01');
  });

  it('is none when all are answered', () => {
    expect(nextBlank(lines([{ item: 'G02' }], [entry('G02', { verdict: 'met' })]), undefined)).toBeNull();
  });
});

describe('the answer to be seen', () => {
  const read = entry('G01', { verdict: 'met' }, '2022-11-15T09:42:00+08:00');
  const kept = entry('G01', { verdict: 'doubtful' }, '2022-11-15T09:41:00+08:00');

  it('is what is on its way, else the newer of what was kept here and what was read', () => {
    const waiting = { kind: 'waiting', answer: { ...blankAnswer, verdict: 'not-met' } } as const;
    expect(standingAnswer(waiting, read).verdict).toBe('not-met');
    expect(standingAnswer({ kind: 'saved', at: kept.recordedAt, entry: kept }, read).verdict).toBe('met');
    expect(standingAnswer({ kind: 'saved', at: read.recordedAt, entry: read }, kept).verdict).toBe('met');
    expect(standingAnswer({ kind: 'saved', at: kept.recordedAt, entry: kept }, null).verdict).toBe('doubtful');
    expect(standingAnswer(null, null)).toEqual(blankAnswer);
  });
});

describe('where a finding stands', () => {
  const finding = (code: string, verdict: Finding['verdict'], more: Partial<Finding> = {}): Finding => ({
    code,
    item: code,
    occupation: null,
    levelGroup: null,
    verdict,
    found: null,
    required: null,
    where: [],
    clause: '附件2',
    reason: 'made-up',
    details: {},
    proposed: null,
    ...more,
  });
  const mine = slot('A11', { occupation: '甲职业', levelGroup: 'skilled' });
  const findings = [
    finding('phone', 'doubtful', { item: null }),
    finding('leaseRemaining', 'met', { item: null }),
    finding('photo', 'not-met', { item: null }),
    finding('A11', 'met', { occupation: '甲职业', levelGroup: 'skilled' }),
    finding('A11', 'not-met', { occupation: '甲职业', levelGroup: 'technician' }),
    finding('A11', 'not-met', { occupation: '乙职业', levelGroup: 'skilled' }),
    finding('A11', 'doubtful'),
  ];

  it('is with its item, in its occupation and levels', () => {
    expect(findingsFor(findings, mine).map(({ verdict }) => verdict)).toEqual(['met', 'doubtful']);
    expect(findingsFor(findings, slot('A11'))).toHaveLength(4);
  });

  it('is at the top when it speaks of no item of the sheet, what is worst first', () => {
    expect(generalFindings(findings, [mine]).map(({ code }) => code)).toEqual(['photo', 'A11', 'A11', 'phone', 'leaseRemaining']);
    expect(generalFindings(findings, [slot('A11')]).map(({ code }) => code)).toEqual(['photo', 'phone', 'leaseRemaining']);
  });
});
