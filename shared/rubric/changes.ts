import type { Rubric, RubricItem } from '../domain/rubric.ts';

/** The fields of an item that may differ. */
export type ItemField = Exclude<keyof RubricItem, 'code'>;

/** What a rubric would change of another: item by item, in the order of the new one; what is gone comes last. */
export type RubricChange =
  | { readonly kind: 'added' | 'removed'; readonly item: RubricItem }
  | { readonly kind: 'changed'; readonly before: RubricItem; readonly after: RubricItem; readonly fields: readonly ItemField[] };

export type RubricChanges = {
  /** Of the rubric as a whole. */
  readonly about: readonly ('id' | 'version' | 'title' | 'source' | 'notes' | 'places')[];
  readonly items: readonly RubricChange[];
  /** The items that stay stand in another order. */
  readonly reordered: boolean;
};

/** What changes from one rubric to another. Items are the same by their code. */
export function rubricChanges(before: Rubric, after: Rubric): RubricChanges {
  const old = new Map(before.items.map((item) => [item.code, item]));
  const codes = new Set(after.items.map(({ code }) => code));
  const stays = (rubric: Rubric): string[] => rubric.items.map(({ code }) => code).filter((code) => old.has(code) && codes.has(code));
  return {
    about: (['id', 'version', 'title', 'source', 'notes', 'places'] as const).filter((field) => differ(before[field], after[field])),
    items: [
      ...after.items.flatMap((item) => changeOf(old.get(item.code), item)),
      ...before.items.filter(({ code }) => !codes.has(code)).map((item) => ({ kind: 'removed' as const, item })),
    ],
    reordered: differ(stays(before), stays(after)),
  };
}

/**
 * A rubric with other items. It is the next version of the one it came from (`origin`) as soon as anything differs from it, and that one
 * again when nothing does.
 */
export function withItems(rubric: Rubric, items: Rubric['items'], origin: Rubric): Rubric {
  const same = { ...rubric, items, version: origin.version };
  const { about, items: changed, reordered } = rubricChanges(origin, same);
  const differs = about.length > 0 || changed.length > 0 || reordered;
  return differs ? { ...same, version: origin.version + 1 } : same;
}

function changeOf(before: RubricItem | undefined, after: RubricItem): RubricChange[] {
  if (before === undefined) {
    return [{ kind: 'added', item: after }];
  }
  const fields = itemFields.filter((field) => differ(before[field], after[field]));
  return fields.length === 0 ? [] : [{ kind: 'changed', before, after, fields }];
}

const itemFields = [
  'stage',
  'category',
  'scope',
  'kind',
  'text',
  'max',
  'step',
  'rule',
  'gate',
  'anchors',
  'comment',
  'triggers',
  'quantity',
  'evidence',
  'clause',
  'note',
  'place',
  'photos',
  'declared',
  'comparisons',
] as const satisfies readonly ItemField[];

/** Both come from the schema, which writes an object's keys in one order. */
function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
