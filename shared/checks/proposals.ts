import type { Finding } from '../domain/finding.ts';
import type { Rubric, Rule } from '../domain/rubric.ts';
import type { Answer, MeasuredValue, Slot } from '../domain/sheet.ts';

/** What a check counted, and the full measure where the item compares with one; or the ticks or the option it is sure of. */
export type Measurement =
  | { readonly count: number; readonly of?: number }
  | { readonly ticked: readonly string[] }
  | { readonly choice: string };

/**
 * The value that a rule takes of a measurement: the number, or the ratio where the rule asks for one. null where the
 * measurement is not of the rule's kind (a rubric may ask otherwise), or for a ratio whose whole is unknown: those are
 * the expert's.
 */
export function proposedValue(rule: Rule, measured: Measurement): MeasuredValue | null {
  switch (rule.kind) {
    case 'threshold':
    case 'per-unit':
      return 'count' in measured ? { kind: 'number', number: decimal(measured.count) } : null;
    case 'proportional':
    case 'linear':
    case 'bands':
      return 'count' in measured ? ofWhole(measured, rule.value) : null;
    case 'checklist':
      return 'ticked' in measured && measured.ticked.every((code) => rule.boxes.some((box) => box.code === code))
        ? { kind: 'checklist', ticked: [...measured.ticked] }
        : null;
    case 'choice':
      return 'choice' in measured && rule.options.some((option) => option.code === measured.choice)
        ? { kind: 'choice', choice: measured.choice }
        : null;
    case 'parts':
      break;
  }
  return null;
}

function ofWhole({ count, of }: { readonly count: number; readonly of?: number }, value: 'number' | 'ratio'): MeasuredValue | null {
  if (value === 'number') {
    return { kind: 'number', number: decimal(of === undefined || of === 0 ? count : count / of) };
  }
  return of === undefined || of === 0 ? null : { kind: 'ratio', count: decimal(count), of: decimal(of) };
}

/**
 * The answers that the findings propose, by slot: the verdict of a pure gate, the value of a measured item. The points of a
 * value are the scoring's to compute. Items that the machine can't answer are absent.
 */
export function proposedAnswers(
  findings: readonly Finding[],
  rubric: Rubric,
): { slot: Slot; answer: Answer; finding: Pick<Finding, 'code' | 'reason' | 'verdict'> }[] {
  const items = new Map(rubric.items.map((item) => [item.code, item]));
  return findings.flatMap((finding) => {
    const item = items.get(finding.code);
    if (item === undefined) {
      return [];
    }
    const verdict = item.kind === 'gate' ? finding.verdict : null;
    if (verdict === null && finding.proposed === null) {
      return [];
    }
    return [
      {
        slot: { item: item.code, occupation: finding.occupation, levelGroup: finding.levelGroup },
        answer: { value: finding.proposed, points: null, verdict, comment: '', evidence: [] },
        finding: { code: finding.code, reason: finding.reason, verdict: finding.verdict },
      },
    ];
  });
}

/** At most six decimals, no exponent, no trailing zero (`decimalSchema`). */
function decimal(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, '');
}
