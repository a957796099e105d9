import type { Application } from '#shared/domain/application.ts';
import type { Round, RoundApplication } from '#shared/domain/round.ts';
import type { Rubric, RubricItem } from '#shared/domain/rubric.ts';
import type { Answer, Citation, Entry, Sheet, Slot } from '#shared/domain/sheet.ts';
import { stageSchema, type Method, type Stage } from '#shared/domain/values.ts';
import { gateVerdict, scoreAnswer, slotKey, slotsOf } from '#shared/scoring/index.ts';
import { makeDice } from './applicants/dice.ts';
import { commentOn } from './made-up-comments.ts';
import { madeUpPoints } from './made-up-points.ts';
import { madeUpValue } from './made-up-value.ts';
import { qualityOf, type Story } from './stories.ts';

export type SheetsRequest = {
  readonly round: Pick<Round, 'rubric' | 'schedule'>;
  readonly application: RoundApplication;
  /** The application as it was read; its attachments are cited. */
  readonly document: Pick<Application, 'attachments'>;
  /** What the checks propose for the slots of the document stage; the machine and the experts look at the same papers. */
  readonly proposals: readonly { readonly slot: Slot; readonly answer: Answer }[];
  readonly story: Story;
  readonly expert: { readonly id: string; readonly index: number };
  readonly seed: number;
  /** A photo the expert took on site, cited on the visit sheet; null for none. */
  readonly photoSha256: string | null;
};

const methods: Readonly<Record<Stage, Method[]>> = {
  document: ['documents', 'technical'],
  visit: ['inspection', 'interview'],
  roadshow: ['roadshow', 'report', 'questioning'],
};

/**
 * One expert's three sheets for an application, every slot answered and every answer held against its item. What was measured is the
 * same for every expert, for they measured the same room; points and comments are each expert's own.
 */
export function madeUpSheets(request: SheetsRequest): Sheet[] {
  const { round, application } = request;
  return stageSchema.options.map((stage) => {
    const slots = slotsOf(round.rubric, stage, application);
    const clock = clockOf(round.schedule, stage, request);
    const startedAt = clock();
    const entries = slots.map((slot) => entryFor(request, slot, clock()));
    return { application: application.id, stage, methods: methods[stage], startedAt, completedAt: clock(), entries };
  });
}

function entryFor(request: SheetsRequest, slot: Slot, recordedAt: string): Entry {
  const item = itemOf(request.round.rubric, slot.item);
  const answer = answerTo(request, item, slot);
  const scored = scoreAnswer(item, answer);
  if (!scored.ok) {
    throw new Error(`a made-up answer does not hold: ${slotKey(slot)} ${scored.refusal.code}`);
  }
  return { ...slot, ...scored.value.answer, recordedAt, history: [] };
}

function answerTo(request: SheetsRequest, item: RubricItem, slot: Slot): Answer {
  const { application, expert, seed, story } = request;
  const blank: Answer = { value: null, points: null, verdict: null, comment: '', evidence: citations(request, item) };
  const label = [seed, application.id, slotKey(slot)] as const;
  switch (item.kind) {
    case 'gate': {
      const verdict = verdictOn(request, item, slot);
      return { ...blank, verdict, comment: verdict === 'not-met' ? commentOn(item, 'not-met', expert.index) : '' };
    }
    case 'measured': {
      const value = measured(request, item, slot);
      const notMet = gateVerdict(item, value) === 'not-met';
      // A value that fails a panel gate rules nobody out: the experts vote.
      const verdict = notMet && item.gate?.type === 'panel' ? 'not-met' : null;
      return { ...blank, value, verdict, comment: notMet ? commentOn(item, 'not-met', expert.index) : '' };
    }
    case 'judged': {
      const quality = qualityOf[story] + makeDice(...label).between(-5, 5);
      const points = madeUpPoints(item, { quality, dice: makeDice(...label, expert.id) });
      return { ...blank, points, comment: commentOn(item, points === item.max ? 'full' : 'points', expert.index) };
    }
  }
}

function verdictOn({ story, expert, proposals }: SheetsRequest, item: RubricItem, slot: Slot): Answer['verdict'] {
  const proposed = proposals.find((proposal) => slotKey(proposal.slot) === slotKey(slot))?.answer.verdict ?? null;
  if (proposed === 'not-applicable') {
    return proposed;
  }
  const votesAgainst = story === 'disputed' && item.code === votedGate && expert.index === 0;
  // What the machine leaves open the experts have settled by looking.
  return proposed === 'not-met' || votesAgainst ? 'not-met' : 'met';
}

/** Whether the papers are genuine is voted on. */
const votedGate = 'G09';

function measured({ proposals, application, story, seed }: SheetsRequest, item: RubricItem, slot: Slot) {
  const fails = story === 'skilled-only' && item.gate?.type === 'hard' && slot.levelGroup === 'technician';
  const proposed = proposals.find((proposal) => slotKey(proposal.slot) === slotKey(slot))?.answer.value ?? null;
  return proposed !== null && !fails
    ? proposed
    : madeUpValue({
        item,
        quality: fails ? 50 : qualityOf[story],
        gateMay: fails ? 'fail' : 'not-fail',
        dice: makeDice(seed, application.id, slotKey(slot), 'value'),
      });
}

/** What the expert points at: the form for the papers, the photo for the site. */
function citations({ document, photoSha256 }: SheetsRequest, item: RubricItem): Citation[] {
  const form = document.attachments.find((attachment) => attachment.class === 'form');
  if (item.stage === 'document' && form !== undefined) {
    return [{ sha256: form.sha256, page: 1, region: null, note: '' }];
  }
  return item.stage === 'visit' && item.kind === 'measured' && photoSha256 !== null
    ? [{ sha256: photoSha256, page: null, region: null, note: '现场照片' }]
    : [];
}

/** A minute passes at every call, from the morning of the stage's day on; times of a rehearsal are made up like all of it. */
function clockOf(schedule: Round['schedule'], stage: Stage, { expert }: SheetsRequest): () => string {
  const day = { document: schedule.documentsOn, visit: schedule.visitsFrom, roadshow: schedule.roadshowOn }[stage] ?? '2022-11-15';
  let minutes = 60 + expert.index * 3;
  return () => {
    minutes += 1;
    const time = new Date(Date.parse(`${day}T00:00:00Z`) + (8 * 60 + minutes) * 60_000);
    return `${time.toISOString().slice(0, 19)}+08:00`;
  };
}

function itemOf(rubric: Rubric, code: string): RubricItem {
  const item = rubric.items.find((one) => one.code === code);
  if (item === undefined) {
    throw new Error(`the rubric has no item ${code}`);
  }
  return item;
}
