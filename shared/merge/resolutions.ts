import canonicalize from 'canonicalize';
import type { NewResolution, Resolution } from '../domain/result.ts';
import type { Round } from '../domain/round.ts';
import { type MeasuredValue, measuredValueSchema, type Slot } from '../domain/sheet.ts';
import { applyRule } from '../points/rules/index.ts';
import { ok, refused, type Result } from '../result.ts';
import { isClosing } from '../election/closing.ts';
import { slotKey, slotsOfItem } from '../scoring/index.ts';

/** Why a resolution can’t be recorded. */
export type ResolutionCode = 'merge/resolution-not-chair' | 'merge/resolution-reason-missing' | 'merge/resolution-unfit';

export type ResolutionOf<Kind extends Resolution['kind']> = Extract<Resolution, { kind: Kind }>;
type ApplicationSlot = { readonly application: string; readonly slot: Slot };

/** What the chair decided, found by its matter. */
export type Decisions = {
  /** Those that count, each matter once, by their sequence: what the result lists. */
  readonly all: readonly Resolution[];
  excludes(expert: string, application: string): boolean;
  gate(place: ApplicationSlot): ResolutionOf<'gate'> | null;
  /** The value that stands where the experts' differ. */
  measurement(place: ApplicationSlot): MeasuredValue | null;
  deviation(matter: Pick<ResolutionOf<'deviation'>, 'application' | 'occupation' | 'expert'>): ResolutionOf<'deviation'> | null;
  /** Of the recorded votes that name every one of these candidates the last; null without one. */
  tie(candidates: ResolutionOf<'tie'>['order']): ResolutionOf<'tie'> | null;
  /** The chair's word that ended the election of 组长. */
  election(): ResolutionOf<'election'> | null;
};

/**
 * Whether a resolution can be recorded in the round.
 */
export function checkResolution<Checked extends NewResolution>(round: Round, resolution: Checked): Result<Checked, ResolutionCode> {
  if (!round.panel.some((member) => member.id === resolution.by && member.role === 'chair')) {
    return refused('merge/resolution-not-chair');
  }
  if (resolution.reason.trim() === '') {
    return refused('merge/resolution-reason-missing');
  }
  return fits(round, resolution) ? ok(resolution) : refused('merge/resolution-unfit');
}

/**
 * The resolutions that count: of those that hold for the round, the highest sequence on each matter, whatever their order. One that doesn't
 * hold leaves its matter as it was.
 */
export function decisionsOf(round: Round, resolutions: readonly Resolution[]): Decisions {
  const inSequence = resolutions.filter((resolution) => checkResolution(round, resolution).ok).toSorted(bySequence);
  const byMatter = new Map(inSequence.map((resolution) => [matterOf(resolution), resolution]));
  const all = [...byMatter.values()].toSorted(bySequence);
  const find = <Kind extends Resolution['kind']>(kind: Kind, matter: readonly unknown[]): ResolutionOf<Kind> | null => {
    const found = byMatter.get(JSON.stringify([kind, ...matter]));
    return found !== undefined && isOf(found, kind) ? found : null;
  };
  return {
    all,
    excludes: (expert, application) =>
      find('exclude-expert', [expert, application]) !== null || find('exclude-expert', [expert, null]) !== null,
    gate: ({ application, slot }) => find('gate', [application, slotKey(slot)]),
    measurement: ({ application, slot }) => {
      const found = find('measurement', [application, slotKey(slot)]);
      return found === null ? null : measuredValueSchema.parse(found.value);
    },
    deviation: ({ application, occupation, expert }) => find('deviation', [application, occupation, expert]),
    tie: (candidates) =>
      all
        .filter((resolution) => isOf(resolution, 'tie'))
        .findLast(({ order }) => candidates.every((candidate) => order.some((each) => isSameCandidate(each, candidate)))) ?? null,
    election: () => find('election', []),
  };
}

/** Lowest first; two of one number, which no chair gives, in the order of their contents. */
function bySequence(left: Resolution, right: Resolution): number {
  return left.sequence - right.sequence || (String(canonicalize(left)) < String(canonicalize(right)) ? -1 : 1);
}

/** Whether two references mean the same candidate. */
export function isSameCandidate(
  left: { readonly application: string; readonly occupation: string },
  right: { readonly application: string; readonly occupation: string },
): boolean {
  return left.application === right.application && left.occupation === right.occupation;
}

function isOf<Kind extends Resolution['kind']>(resolution: Resolution, kind: Kind): resolution is ResolutionOf<Kind> {
  return resolution.kind === kind;
}

/** What a resolution is about. An exclusion and its withdrawal are about the same. */
function matterOf(resolution: NewResolution): string {
  switch (resolution.kind) {
    case 'exclude-expert':
    case 'withdraw-exclusion':
      return JSON.stringify(['exclude-expert', resolution.expert, resolution.application]);
    case 'gate':
    case 'measurement':
      return JSON.stringify([resolution.kind, resolution.application, slotKey(resolution)]);
    case 'deviation':
      return JSON.stringify([resolution.kind, resolution.application, resolution.occupation, resolution.expert]);
    case 'tie':
      return JSON.stringify([
        resolution.kind,
        ...resolution.order.map(({ application, occupation }) => JSON.stringify([application, occupation])).toSorted(),
      ]);
    case 'election':
      return JSON.stringify([resolution.kind]);
  }
}

function fits(round: Round, resolution: NewResolution): boolean {
  const hasExpert = (expert: string) => round.panel.some(({ id }) => id === expert);
  const applicationOf = (id: string) => round.applications.find((each) => each.id === id);
  const hasCandidate = (application: string, occupation: string) =>
    applicationOf(application)?.occupations.some(({ name }) => name === occupation) === true;
  switch (resolution.kind) {
    case 'exclude-expert':
    case 'withdraw-exclusion':
      return hasExpert(resolution.expert) && (resolution.application === null || applicationOf(resolution.application) !== undefined);
    case 'gate':
      return slotItem(round, resolution)?.gate !== undefined;
    case 'measurement': {
      const rule = slotItem(round, resolution)?.rule;
      const value = measuredValueSchema.safeParse(resolution.value);
      return rule !== undefined && value.success && applyRule(rule, value.data).ok;
    }
    case 'deviation':
      return hasExpert(resolution.expert) && hasCandidate(resolution.application, resolution.occupation);
    case 'tie':
      return (
        resolution.order.every(({ application, occupation }) => hasCandidate(application, occupation)) &&
        resolution.order.every((each, index) => resolution.order.findIndex((other) => isSameCandidate(each, other)) === index)
      );
    case 'election':
      return isClosing(round, resolution);
  }
}

function slotItem(round: Round, place: Slot & { readonly application: string }) {
  const application = round.applications.find(({ id }) => id === place.application);
  const item = round.rubric.items.find(({ code }) => code === place.item);
  return application !== undefined && item !== undefined && slotsOfItem(item, application).some((slot) => slotKey(slot) === slotKey(place))
    ? item
    : undefined;
}
