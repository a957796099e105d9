import type { Finding } from '#shared/domain/finding.ts';
import type { Slot } from '#shared/domain/sheet.ts';
import type { Verdict } from '#shared/domain/values.ts';

/** The findings that speak of a slot: of its item, and of nobody else's occupation or levels. */
export function findingsFor(findings: readonly Finding[], slot: Slot): Finding[] {
  return findings.filter((finding) => speaksOf(finding, slot));
}

/** The findings that speak of none of the slots, what is worst first. */
export function generalFindings(findings: readonly Finding[], slots: readonly Slot[]): Finding[] {
  return findings
    .filter((finding) => !slots.some((slot) => speaksOf(finding, slot)))
    .toSorted((one, other) => severity[one.verdict] - severity[other.verdict]);
}

function speaksOf(finding: Finding, slot: Slot): boolean {
  return (
    finding.item === slot.item &&
    (finding.occupation === null || slot.occupation === null || finding.occupation === slot.occupation) &&
    (finding.levelGroup === null || slot.levelGroup === null || finding.levelGroup === slot.levelGroup)
  );
}

const severity: Readonly<Record<Verdict, number>> = { 'not-met': 0, doubtful: 1, 'verify-on-site': 2, met: 3, 'not-applicable': 4 };
