import type { RubricItem } from '#shared/domain/rubric.ts';
import type { RoundApplication, Rules } from '#shared/domain/round.ts';
import type { MergeRequest } from '#shared/merge/index.ts';
import { cents, less, type Number_, over, round, show, total } from './naive-numbers.ts';
import { type NaivePanel, naivePlaces, naiveStages } from './naive-panel.ts';

/** What a level group comes to, published. */
export type NaiveGroup = {
  readonly group: string;
  readonly total: string | null;
  readonly stages: Record<(typeof naiveStages)[number], string> | null;
  readonly counted: Record<string, string>;
  /** By expert and stage, where the rule goes by stage. */
  readonly stagesCounted: Record<string, Record<string, string>>;
  readonly outcome: string;
  /** Items whose measurements differ and come to the same. */
  readonly samePoints: string[];
};

type Where = { readonly occupation: RoundApplication['occupations'][number]; readonly group: string };

/** A level group of an occupation, as if it were applied for alone. */
export function naiveGroup({ round: of }: MergeRequest, panel: NaivePanel, { occupation, group }: Where) {
  const { application, expected, here, mine } = panel;
  const places = (item: RubricItem) =>
    naivePlaces(item, application).filter(
      (place) => (place.occupation ?? occupation.name) === occupation.name && (place.group ?? group) === group,
    );
  const measurements = (state: string) =>
    of.rubric.items.filter((item) => item.kind === 'measured' && places(item).some((place) => panel.measured(item, place).state === state));
  const scored = of.rubric.items.filter((item) => item.kind !== 'gate');
  const isCovered = naiveStages.every((stage) => expected.some((id) => mine(id).includes(stage)));
  const hasPoints = here.length > 0 && here.length === expected.length && isCovered && measurements('open').length === 0;

  /** What each gives each scored item; null where its stage is not the expert's. */
  const table = new Map(
    here.map((id) => [
      id,
      scored.map((item): Number_ | null =>
        mine(id).includes(item.stage)
          ? total(places(item).map((place): Number_ => [cents(panel.answer(id, item, place)?.points ?? '0.00'), 100n]))
          : null,
      ),
    ]),
  );
  const sums = (id: string, holds: (item: RubricItem) => boolean): Number_ =>
    total(
      (table.get(id) ?? []).flatMap((points, index) =>
        points !== null && scored.filter(holds).some((item) => item === scored[index]) ? [points] : [],
      ),
    );
  const everything = () => true;
  const gates = of.rubric.items.flatMap((item) => (item.gate === undefined ? [] : places(item).map((place) => panel.gate(item, place))));

  return {
    group,
    /** By expert in roster order; null while the group has no points. */
    totals: hasPoints ? here.map((id) => ({ id, points: sums(id, everything) })) : null,
    conclude,
  };

  /** `scale`: what a total becomes under z-scores; null under every other rule. */
  function conclude(scale: ((id: string, points: Number_) => Number_) | null) {
    const { blocks, counted, stagesCounted } = hasPoints ? dropped(of.rules) : { blocks: [], counted: {}, stagesCounted: {} };
    const across = (which: (item: RubricItem) => boolean): bigint =>
      round(
        total(blocks.map(({ holds, left }) => over(total(left.map((id) => sums(id, (item) => holds(item) && which(item)))), left.length))),
      );
    const inStage = (stage: string) => across((item) => item.stage === stage);
    const stages = hasPoints ? { document: inStage('document'), visit: inStage('visit'), roadshow: inStage('roadshow') } : null;
    const normalised = scale === null ? null : round(over(total(here.map((id) => scale(id, sums(id, everything)))), here.length || 1));
    const points = hasPoints ? (normalised ?? across(everything)) : null;
    const isOpen = here.length < expected.length || !isCovered || measurements('open').length > 0 || gates.includes('pending');
    const isEnough =
      points !== null &&
      stages !== null &&
      points >= 8000n &&
      stages.document >= 3000n &&
      stages.visit >= 1800n &&
      stages.roadshow >= 1200n;
    const outcome = gates.includes('not-met') ? 'ruled-out' : isOpen ? 'pending' : isEnough ? 'recommended' : 'not-recommended';
    const published: NaiveGroup = {
      group,
      total: points === null ? null : show(points),
      stages: stages === null ? null : { document: show(stages.document), visit: show(stages.visit), roadshow: show(stages.roadshow) },
      counted: { ...panel.standing, ...counted },
      stagesCounted,
      outcome,
      samePoints: measurements('same-points').map(({ code }) => code),
    };
    return { published, points: points ?? -1n, stages, category: (name: string) => across((item) => item.category === name) };
  }

  /** What is averaged by itself (everything, each stage, or each item), and who is left of those who scored it. */
  function dropped({ aggregate: { method, by, minExperts, dropHighest, dropLowest } }: Rules) {
    const isByStage = by === 'stage' && method !== 'z-score';
    const parts: ((item: RubricItem) => boolean)[] = isByStage
      ? naiveStages.map((stage) => (item: RubricItem) => item.stage === stage)
      : by === 'item' && method !== 'z-score'
        ? scored.map((one) => (item: RubricItem) => item === one)
        : [everything];
    const blocks = parts.map((holds) => {
      const scorers = here.filter((id) => scored.some((item) => holds(item) && mine(id).includes(item.stage)));
      const points = new Map(scorers.map((id) => [id, sums(id, holds)]));
      const half = Math.floor((scorers.length - 1) / 2);
      const trims = method === 'trimmed' && scorers.length >= minExperts && scorers.length > dropHighest + dropLowest;
      const left = new Set(scorers);
      const becomes = new Map(scorers.map((id) => [id, 'kept']));
      const drop = (how: string, beats: (one: Number_, other: Number_) => boolean) => {
        const worst = [...left].find((id) => [...left].every((other) => !beats(points.get(other) ?? [0n, 1n], points.get(id) ?? [0n, 1n])));
        left.delete(worst ?? '');
        becomes.set(worst ?? '', how);
      };
      for (let count = 0; count < (method === 'median' ? half : trims ? dropHighest : 0); count += 1) {
        drop('dropped-high', (one, other) => less(other, one));
      }
      for (let count = 0; count < (method === 'median' ? half : trims ? dropLowest : 0); count += 1) {
        drop('dropped-low', (one, other) => less(one, other));
      }
      return { holds, left: [...left], becomes };
    });
    const counted = blocks.length === 1 ? Object.fromEntries(blocks[0]?.becomes ?? []) : {};
    const stagesCounted = Object.fromEntries(
      (isByStage ? here : []).map((id) => [
        id,
        Object.fromEntries(
          naiveStages.flatMap((stage, index) => {
            const how = blocks[index]?.becomes.get(id);
            return how === undefined ? [] : [[stage, how]];
          }),
        ),
      ]),
    );
    return { blocks, counted, stagesCounted };
  }
}
