import type { Rule, SimpleRule } from '../domain/rubric.ts';
import { fractionOfDecimal, fractionOfPoints, multiply, roundHalfUp } from '../points/fraction.ts';
import { type Hundredths, parsePoints, sumOfPoints } from '../points/hundredths.ts';

/** The most that a rule can give, in whole hundredths; null where it has no upper end (a top band of points per one). */
export function highestPoints(rule: Rule): Hundredths | null {
  if (rule.kind !== 'parts') {
    return highestOf(rule);
  }
  const parts = rule.parts.map((part) => highestOf(part.rule));
  return parts.every((points) => points !== null) ? sumOfPoints(parts) : null;
}

function highestOf(rule: SimpleRule): Hundredths | null {
  switch (rule.kind) {
    case 'threshold':
      return largest([rule.points, rule.otherwise]);
    case 'proportional':
      return parsePoints(rule.points);
    case 'per-unit':
      return parsePoints(rule.cap);
    case 'linear':
      return largest(rule.knots.map(({ points }) => points));
    case 'bands':
      return highestOfBands(rule);
    case 'checklist':
      return sumOfPoints(rule.boxes.map(({ points }) => parsePoints(points)));
    case 'choice':
      return largest(rule.options.map(({ points }) => points));
  }
}

function largest(points: readonly string[]): Hundredths {
  return most(points.map(parsePoints));
}

/** A band of points per one ends where the next higher begins; the top one ends at 1 for a ratio and nowhere for a number. */
function highestOfBands({ bands, value }: Extract<SimpleRule, { kind: 'bands' }>): Hundredths | null {
  const highest = bands.map((band, index) => {
    const end = bands[index - 1]?.from ?? (value === 'ratio' ? '1' : null);
    if ('points' in band) {
      return parsePoints(band.points);
    }
    return end === null ? null : roundHalfUp(multiply(fractionOfDecimal(end), fractionOfPoints(parsePoints(band.perOne))));
  });
  return highest.every((points) => points !== null) ? most(highest) : null;
}

const most = (points: readonly Hundredths[]): Hundredths => points.reduce((left, right) => (left > right ? left : right), 0n);
