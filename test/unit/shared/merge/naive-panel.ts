import type { RubricItem } from '#shared/domain/rubric.ts';
import type { RoundApplication } from '#shared/domain/round.ts';
import type { Entry } from '#shared/domain/sheet.ts';
import type { MergeInput, MergeRequest } from '#shared/merge/index.ts';
import { decimal, less, times } from './naive-numbers.ts';

export const naiveStages = ['document', 'visit', 'roadshow'] as const;

/** Where an item is answered. */
export type NaivePlace = { readonly occupation: string | null; readonly group: string | null };

/** Who is on the panel of an application and what they said, as the naive merge sees it. */
export type NaivePanel = ReturnType<typeof naivePanel>;

export function naiveGroups({ levels }: RoundApplication['occupations'][number]): string[] {
  const has = (...some: string[]) => levels.some((level) => some.includes(level));
  return [...(has('五级', '四级', '三级') ? ['skilled'] : []), ...(has('二级', '一级') ? ['technician'] : [])];
}

export function naivePlaces(item: RubricItem, { occupations }: RoundApplication): NaivePlace[] {
  if (item.scope === 'applicant') {
    return [{ occupation: null, group: null }];
  }
  return occupations.flatMap((occupation): NaivePlace[] =>
    item.scope === 'candidate'
      ? [{ occupation: occupation.name, group: null }]
      : naiveGroups(occupation).map((group) => ({ occupation: occupation.name, group })),
  );
}

export function naivePanel(request: MergeRequest, counting: ReadonlyMap<string, MergeInput>, application: RoundApplication) {
  const { round } = request;
  const { items } = round.rubric;
  // The chair's words, the newest first: the first that fits a matter counts.
  const words = request.resolutions.toSorted((left, right) => right.sequence - left.sequence);
  const mine = (id: string): string[] => {
    const found = round.assignments.find((each) => each.expert === id && each.application === application.id);
    return found === undefined ? [] : (found.stages ?? [...naiveStages]);
  };
  const asked = (item: RubricItem) => naivePlaces(item, application);

  const said = new Map<string, Entry>();
  const key = (id: string, item: string, place: NaivePlace) => [id, item, place.occupation, place.group].join('|');
  const standing: Record<string, 'kept' | 'missing' | 'recused' | 'excluded'> = {};
  for (const { id } of round.panel) {
    const document = counting.get(id)?.document;
    const isRecused = [...round.recusals.filter((each) => each.expert === id), ...(document?.recusals ?? [])].some(
      (each) => each.applicant === application.applicant.id,
    );
    const isExcluded = [application.id, null].some((where) => {
      const word = words.find(
        (each) =>
          (each.kind === 'exclude-expert' || each.kind === 'withdraw-exclusion') && each.expert === id && each.application === where,
      );
      return word?.kind === 'exclude-expert';
    });
    if (isRecused) {
      standing[id] = 'recused';
    } else if (mine(id).length > 0) {
      const sheets = (document?.sheets ?? []).filter((sheet) => sheet.application === application.id && mine(id).includes(sheet.stage));
      for (const entry of sheets.flatMap(({ entries }) => entries)) {
        said.set(key(id, entry.item, { occupation: entry.occupation, group: entry.levelGroup }), entry);
      }
      const isWhole = items
        .filter(({ stage }) => mine(id).includes(stage))
        .every((item) => asked(item).every((place) => said.has(key(id, item.code, place))));
      standing[id] = isExcluded ? 'excluded' : isWhole ? 'kept' : 'missing';
    }
  }
  const expected = Object.keys(standing).filter((id) => standing[id] === 'kept' || standing[id] === 'missing');
  const here = expected.filter((id) => standing[id] === 'kept');

  type Measured = { readonly state: 'one' | 'same-points' | 'open' } | { readonly state: 'chosen'; readonly entry: Entry };
  const measured = (item: RubricItem, place: NaivePlace): Measured => {
    const entries = expected.flatMap((id) => said.get(key(id, item.code, place)) ?? []);
    if (different(entries.map(({ value }) => value)) < 2) {
      return { state: 'one' };
    }
    const comesTo = ({ points, value }: Entry) => [points, fails(item.gate?.failsWhen, value), fails(item.triggers?.failsWhen, value)];
    if (different(entries.map(comesTo)) === 1) {
      return { state: 'same-points' };
    }
    const word = words.find(
      (each) =>
        each.kind === 'measurement' &&
        each.application === application.id &&
        each.item === item.code &&
        each.occupation === place.occupation &&
        each.levelGroup === place.group,
    );
    if (word?.kind !== 'measurement') {
      return { state: 'open' };
    }
    // The chair chose among what was recorded: the points stand there.
    const recorded = request.inputs.flatMap(({ document }) => document.sheets.flatMap(({ entries: each }) => each));
    const entry = recorded.find((each) => each.item === item.code && JSON.stringify(each.value) === JSON.stringify(word.value));
    return entry === undefined ? { state: 'open' } : { state: 'chosen', entry };
  };

  /** The answer that counts; absent while it is blank. */
  const answer = (id: string, item: RubricItem, place: NaivePlace): Pick<Entry, 'value' | 'points' | 'verdict'> | undefined => {
    const own = said.get(key(id, item.code, place));
    const found = own === undefined || item.kind !== 'measured' ? null : measured(item, place);
    if (own === undefined || found === null || found.state !== 'chosen') {
      return own;
    }
    const keepsVerdict = item.gate?.type === 'panel' || own.verdict === 'doubtful' || own.verdict === 'verify-on-site';
    return { value: found.entry.value, points: found.entry.points, verdict: keepsVerdict ? own.verdict : null };
  };

  const isTriggered = (gate: RubricItem, at: NaivePlace) =>
    items.some(
      (item) =>
        item.triggers?.item === gate.code &&
        asked(item).some(
          (place) =>
            [
              [place.occupation, at.occupation],
              [place.group, at.group],
            ].every(([one, other]) => one === null || other === null || one === other) &&
            expected.some((id) => fails(item.triggers?.failsWhen, answer(id, item, place)?.value ?? null)),
        ),
    );

  const gate = (item: RubricItem, place: NaivePlace): string => {
    const word = words.find(
      (each) =>
        each.kind === 'gate' &&
        each.application === application.id &&
        each.item === item.code &&
        each.occupation === place.occupation &&
        each.levelGroup === place.group,
    );
    if (word?.kind === 'gate') {
      return word.verdict;
    }
    const voters = expected.filter((id) => mine(id).includes(item.stage));
    const answers = voters.map((id) => answer(id, item, place));
    const isDisputed = item.kind === 'measured' && measured(item, place).state === 'open';
    const byValue = answers.map((each) =>
      each === undefined || each.value === null || item.gate?.failsWhen === undefined
        ? null
        : fails(item.gate.failsWhen, each.value)
          ? 'not-met'
          : 'met',
    );
    if (item.gate?.type === 'hard') {
      const verdicts = answers.map((each, index) => each?.verdict ?? byValue[index] ?? null);
      const [first] = verdicts;
      const isOpen = verdicts.length === 0 || isDisputed || verdicts.some((each) => each === null || open.includes(each) || each !== first);
      return isOpen ? 'pending' : (first ?? 'pending');
    }
    const votes = answers
      .map((each, index) => each?.verdict ?? (byValue[index] === 'met' && !isDisputed ? 'met' : null))
      .filter((vote) => vote !== null);
    const against = votes.filter((vote) => vote === 'not-met').length;
    if (votes.some((vote) => open.includes(vote)) || votes.length === 0) {
      return 'pending';
    }
    if (against === votes.length - against || votes.length < voters.length / 2) {
      return 'pending';
    }
    if (against > votes.length / 2) {
      return 'not-met';
    }
    if (byValue.includes('not-met') || isTriggered(item, place)) {
      return 'pending';
    }
    return votes.every((vote) => vote === 'not-applicable') ? 'not-applicable' : 'met';
  };

  return { application, mine, standing, expected, here, words, measured, answer, gate };
}

const open = ['doubtful', 'verify-on-site'];

function different(values: readonly unknown[]): number {
  return new Set(values.map((value) => JSON.stringify(value))).size;
}

/** Whether a value fails a condition; nothing fails what is not asked. */
function fails(condition: NonNullable<RubricItem['gate']>['failsWhen'], value: Entry['value']): boolean {
  if (condition === undefined || value === null) {
    return false;
  }
  if (condition.kind === 'unticked') {
    return value.kind === 'checklist' && !value.ticked.includes(condition.box);
  }
  const least = decimal(condition.value);
  return (
    (value.kind === 'number' && less(decimal(value.number), least)) ||
    (value.kind === 'ratio' && less(decimal(value.count), times(least, decimal(value.of))))
  );
}
