import type { Rubric, RubricItem } from '../domain/rubric.ts';
import type { Answer, Entry, MeasuredValue, OpenProposal, Proposal, Sheet, SimpleValue, Slot } from '../domain/sheet.ts';
import { compare, fractionOfDecimal } from '../points/fraction.ts';
import { completeness, entriesBySlot, type Missing } from './completeness.ts';
import { gateVerdict } from './gate-verdict.ts';
import { isBlank } from './score-answer.ts';
import { slotKey } from './slots.ts';

type Decided = Pick<Answer, 'value' | 'points' | 'verdict'>;

/**
 * What an answer makes of a proposal: `accepted` when it says the same (17 is 17.0, ticks in any order), else `changed`; null while
 * the answer is blank. A verdict beside a measured value changes the proposal only where it departs from what the value says.
 */
export function decisionOn(item: RubricItem, proposal: OpenProposal, answer: Decided): Proposal['decision'] | null {
  if (isBlank(item, answer)) {
    return null;
  }
  if (item.kind === 'gate') {
    return answer.verdict === proposal.verdict ? 'accepted' : 'changed';
  }
  const { value, verdict } = answer;
  const same =
    value !== null &&
    proposal.value !== null &&
    sameValue(value, proposal.value) &&
    (verdict === null || verdict === gateVerdict(item, value));
  return same ? 'accepted' : 'changed';
}

/**
 * Everything that keeps an expert from completing a sheet, in the order of `slots`: what `completeness` lists, and every change of a
 * proposal that has no written reason (`sheet/change-unexplained`), and every item that must be photographed and has neither a photo nor
 * a written reason (`sheet/photo-missing`). The merge asks `completeness` alone: it takes no notice of proposals and photos.
 */
export function unfinished(rubric: Rubric, sheet: Pick<Sheet, 'entries' | 'visit'> | null, slots: readonly Slot[]): Missing[] {
  const missing = new Map(completeness(rubric, sheet, slots).map((one) => [slotKey(one.slot), one]));
  const entries = entriesBySlot(sheet);
  const photographed = new Set(rubric.items.flatMap(({ code, photos }) => (photos === 'required' ? [code] : [])));
  const photos = new Set(sheet?.visit?.photos.flatMap(({ sha256, removed }) => (removed === null ? [sha256] : [])));
  return slots.flatMap((slot) => {
    const key = slotKey(slot);
    const found = missing.get(key);
    if (found !== undefined) {
      return [found];
    }
    const entry = entries.get(key);
    if (entry !== undefined && photographed.has(slot.item) && lacksPhoto(entry, photos)) {
      return [{ slot, refusal: { code: 'sheet/photo-missing', details: { item: slot.item } } }];
    }
    return entry !== undefined && isUnexplained(entry)
      ? [{ slot, refusal: { code: 'sheet/change-unexplained', details: { item: slot.item } } }]
      : [];
  });
}

function lacksPhoto({ evidence, comment }: Pick<Entry, 'evidence' | 'comment'>, photos: ReadonlySet<string>): boolean {
  return comment.trim() === '' && !evidence.some(({ sha256 }) => photos.has(sha256));
}

function isUnexplained({ proposal, comment }: Pick<Entry, 'proposal' | 'comment'>): boolean {
  return proposal?.decision === 'changed' && comment.trim() === '';
}

function sameValue(one: MeasuredValue, other: MeasuredValue): boolean {
  if (one.kind === 'parts') {
    const codes = Object.keys(one.parts);
    return (
      other.kind === 'parts' &&
      codes.length === Object.keys(other.parts).length &&
      codes.every((code) => {
        const [left, right] = [one.parts[code], other.parts[code]];
        return left !== undefined && right !== undefined && sameSimpleValue(left, right);
      })
    );
  }
  return other.kind !== 'parts' && sameSimpleValue(one, other);
}

function sameSimpleValue(one: SimpleValue, other: SimpleValue): boolean {
  switch (one.kind) {
    case 'number':
      return other.kind === 'number' && sameNumber(one.number, other.number);
    case 'ratio':
      return other.kind === 'ratio' && sameNumber(one.count, other.count) && sameNumber(one.of, other.of);
    case 'checklist':
      return other.kind === 'checklist' && sameTicks(one.ticked, other.ticked);
    case 'choice':
      return other.kind === 'choice' && one.choice === other.choice;
  }
}

function sameTicks(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((code) => other.includes(code));
}

function sameNumber(one: string, other: string): boolean {
  return compare(fractionOfDecimal(one), fractionOfDecimal(other)) === 0;
}
