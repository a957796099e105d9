import type { TFunction } from 'i18next';
import type { RuleReason, SimpleRuleReason } from '#shared/points/rules/index.ts';

/** Why a value gives its points, in words: `62.4 ㎡ ≥ 60 ㎡ → 3.00`; one line for each part. */
export function reasonWords(reason: RuleReason, t: TFunction<'visit'>): string[] {
  return reason.kind === 'parts' ? reason.parts.map((part) => simpleWords(part.reason, t)) : [simpleWords(reason, t)];
}

function simpleWords(reason: SimpleRuleReason, t: TFunction<'visit'>): string {
  const { points } = reason;
  switch (reason.kind) {
    case 'threshold':
      return t(reason.reached ? 'atLeast' : 'below', {
        found: foundWords(reason),
        limit: `${reason.atLeast} ${reason.unit}`,
        points,
      });
    case 'proportional':
      if (reason.found.kind === 'ratio') {
        return t('ofRatio', { found: reason.found.count, of: reason.found.of, points });
      }
      return reason.capped
        ? t('fullReached', { found: foundWords(reason), full: `${reason.full} ${reason.unit}`, points })
        : t('ofFull', { found: foundWords(reason), full: `${reason.full} ${reason.unit}`, max: reason.fullPoints, points });
    case 'per-unit':
      return t('each', { found: foundWords(reason), each: reason.each, points });
    case 'linear':
    case 'bands':
      return reason.found.kind === 'ratio'
        ? t('ofRatio', { found: reason.found.count, of: reason.found.of, points })
        : `${foundWords(reason)} ${t('chosen', { points })}`;
    case 'checklist':
      return t('ticked', { count: reason.boxes.filter(({ ticked }) => ticked).length, of: reason.boxes.length, points });
    case 'choice':
      return t('chosen', { points });
  }
}

function foundWords({ found, unit }: Extract<SimpleRuleReason, { unit: string }>): string {
  return found.kind === 'number' ? `${found.number} ${unit}` : `${found.count} ÷ ${found.of}`;
}
