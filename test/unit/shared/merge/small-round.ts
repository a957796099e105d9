import type { Resolution } from '#shared/domain/result.ts';
import { defaultRules, type Round, type Rules } from '#shared/domain/round.ts';
import type { Answer, Sheet } from '#shared/domain/sheet.ts';
import { type Level, stageSchema } from '#shared/domain/values.ts';
import { type Conflict, merge, type MergeInput, type MergeRequest } from '#shared/merge/index.ts';
import type { ScoreDocument } from '#shared/packages/documents.ts';
import { slotsOf } from '#shared/scoring/index.ts';
import { bestValue, documentOf, entryFor, randomRound, recordedAt, rubric } from '../../../fixtures/random-round.ts';

export const drone = '无人机驾驶员';
export const gaming = '电子竞技员';

/** What an expert answers otherwise than the best: item (or item@technician) → answer. */
export type Otherwise = Readonly<Record<string, Partial<Answer>>>;

/** A round of so many experts (e1 is the chair) and applications a1, a2 … whose occupations all experts are assigned to. */
export function smallRound({
  experts,
  applications = 1,
  occupations = [{ name: drone, levels: ['五级', '四级', '三级', '二级'] }],
  rules = defaultRules,
}: {
  readonly experts: number;
  readonly applications?: number;
  readonly occupations?: { name: string; levels: Level[] }[];
  readonly rules?: Rules;
}): Round {
  const { round } = randomRound({ seed: 1, experts, applications, rules });
  return { ...round, applications: round.applications.map((application) => ({ ...application, occupations })) };
}

/** All three sheets of an application, full marks but for what is answered otherwise. */
export function bestSheets(round: Round, application: string, otherwise: Otherwise = {}): Sheet[] {
  const found = round.applications.find(({ id }) => id === application);
  return stageSchema.options.map((stage) => ({
    application,
    stage,
    methods: [],
    startedAt: recordedAt,
    completedAt: recordedAt,
    entries: slotsOf(rubric, stage, found ?? { occupations: [] }).map((slot) => {
      const item = rubric.items.find(({ code }) => code === slot.item);
      const answer = otherwise[`${slot.item}@${slot.levelGroup}`] ?? otherwise[`${slot.item}@${slot.occupation}`] ?? otherwise[slot.item];
      const best: Partial<Answer> =
        item?.rule !== undefined
          ? { value: bestValue(item.rule) }
          : item?.kind === 'gate'
            ? { verdict: 'met' }
            : { points: item?.max ?? null };
      return entryFor(slot, { ...best, comment: '理由', ...answer });
    }),
  }));
}

/** A signed score package. */
export function packageOf(document: ScoreDocument, sha256: string): MergeInput {
  return { document, sha256: sha256.padEnd(64, '0'), signedBy: document.expert.key };
}

/** One package per expert: what each answers otherwise, for every application. */
export function requestOf(round: Round, answers: readonly (Otherwise | null)[], resolutions: readonly Resolution[] = []): MergeRequest {
  return {
    round,
    roundSha256: 'a'.repeat(64),
    keys: Object.fromEntries(round.panel.map(({ id }) => [id, `key-${id}`])),
    inputs: answers.flatMap((otherwise, index) =>
      otherwise === null
        ? []
        : [
            packageOf(
              documentOf(round, {
                expert: `e${index + 1}`,
                sequence: 1,
                recusals: [],
                sheets: round.applications.flatMap(({ id }) => bestSheets(round, id, otherwise)),
              }),
              (index + 1).toString(16),
            ),
          ],
    ),
    resolutions,
  };
}

/** The only candidate's result, with the open conflicts in short. */
export function merged(request: MergeRequest) {
  const { result, conflicts, board } = merge(request);
  const [candidate] = result.candidates;
  if (candidate === undefined) {
    throw new Error('the round has no candidate');
  }
  return { result, candidate, conflicts, board, open: conflicts.filter(({ resolved }) => !resolved).map(inShort) };
}

function inShort({ kind, item, stage, experts }: Conflict): string {
  return [kind, item ?? stage ?? '', experts.join('+')].join(' ').trim();
}

/** The document of one of a request's packages. */
export const doc = (request: MergeRequest, index = 0) => {
  const input = request.inputs[index];
  if (input === undefined) {
    throw new Error('no such package');
  }
  return input.document;
};

/** An answer that measures. */
export const n = (number: string) => ({ value: { kind: 'number' as const, number } });

/** Who decided, and why. */
export const by = { by: 'e1', reason: '专家组现场合议', sequence: 1 };

/** The chair's word on a gate of a1. */
export const gate = (item: string, verdict: 'met' | 'not-met', levelGroup: 'skilled' | 'technician' | null = null): Resolution => ({
  kind: 'gate',
  application: 'a1',
  occupation: levelGroup === null ? null : drone,
  levelGroup,
  item,
  verdict,
  ...by,
});
