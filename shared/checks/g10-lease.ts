import type { LeaseFact } from '../domain/facts.ts';
import type { Finding } from '../domain/finding.ts';
import { monthsUntilEndOf } from './calendar.ts';
import type { Check, CheckContext } from './check-context.ts';

/** 附件2 二 末段: no item of a rubric states it. */
const leaseMonthsRequired = 36;
/** Less than this left of a lease on the day of the visit is worth a hint (note on G10). */
const remainingMonthsHint = 12;

/** G10: leases of three years or more, or a proof of ownership; and what remains of each lease. `shared/forms/proofs/lease.ts` reads them. */
export const checkLease: Check = (context) => [tenure(context), ...context.facts.leases.flatMap((lease) => remaining(context, lease))];

/** The months of a lease: from its dates where it has both, else as it words them. */
export function leaseMonths({ from, to, months }: Pick<LeaseFact, 'from' | 'to' | 'months'>): number | null {
  return from !== null && to !== null ? monthsUntilEndOf(from, to) : months;
}

/** G10: every lease of 3 years or more; without one, a proof of ownership (附件2 二 末段). The shortest lease decides. */
function tenure({ application, facts, finding }: CheckContext): Finding {
  const proofs = application.attachments.filter(({ class: kind }) => kind === 'ownership' || kind === 'lease');
  const ownership = proofs.filter(({ class: kind, problem }) => kind === 'ownership' && problem === null);
  const leases = facts.leases.map((lease) => ({ lease, months: leaseMonths(lease) }));
  const known = leases.flatMap(({ months }) => (months === null ? [] : [months]));
  const read = new Set(facts.leases.map(({ attachment }) => attachment));
  const unread = leases.length > known.length || proofs.some(({ class: kind, sha256 }) => kind === 'lease' && !read.has(sha256));
  const shortest = known.length === 0 ? null : Math.min(...known);
  const contradicts = leases.some(({ lease, months }) => lease.months !== null && months !== null && Math.abs(lease.months - months) >= 1);
  const shortForSure = leases.some(
    ({ lease, months }) => months !== null && Math.max(months, lease.months ?? months) < leaseMonthsRequired,
  );
  const draft = {
    code: 'G10',
    found: shortest === null ? (ownership.length > 0 ? { text: '产权证明' } : null) : { number: shortest, unit: '个月' },
    required: { number: leaseMonthsRequired, unit: '个月' },
    where: [
      ...facts.leases.map(({ attachment, page }) => ({ source: '租赁合同 租赁期限', attachment, page })),
      ...proofs.filter(({ sha256 }) => !read.has(sha256)).map(({ name, sha256 }) => ({ source: name, attachment: sha256, page: null })),
    ],
  };
  if (shortest !== null && shortest < leaseMonthsRequired) {
    // Dates that say less than three years, words that say more: one of them is a slip, which the original shows.
    return contradicts && !shortForSure
      ? finding({ ...draft, verdict: 'doubtful', reason: 'lease-contradicts' })
      : finding({ ...draft, verdict: 'not-met', reason: 'lease-short' });
  }
  if (unread) {
    return finding({ ...draft, verdict: 'doubtful', reason: 'lease-unread' });
  }
  if (shortest !== null) {
    return finding({ ...draft, verdict: contradicts ? 'doubtful' : 'met', reason: contradicts ? 'lease-contradicts' : 'lease-long' });
  }
  if (proofs.length === 0) {
    return finding({ ...draft, verdict: 'not-met', reason: 'tenure-missing' });
  }
  return finding({
    ...draft,
    verdict: ownership.length > 0 ? 'met' : 'doubtful',
    reason: ownership.length > 0 ? 'tenure-owned' : 'lease-unread',
  });
}

/** How many months a lease still runs on the first day of the visits; a hint below twelve. */
function remaining({ schedule, finding }: CheckContext, lease: LeaseFact): Finding[] {
  const on = schedule.visitsFrom ?? schedule.documentsOn;
  if (lease.to === null || on === null) {
    return [];
  }
  const left = monthsUntilEndOf(on, lease.to);
  const isEnough = left >= remainingMonthsHint;
  return [
    finding({
      code: 'leaseRemaining',
      item: 'G10',
      verdict: isEnough ? 'met' : 'doubtful',
      reason: left < 0 ? 'lease-ended' : isEnough ? 'lease-remains' : 'lease-remains-little',
      found: { number: Math.max(left, 0), unit: '个月' },
      required: { number: remainingMonthsHint, unit: '个月' },
      where: [{ source: '租赁合同 租赁期限', attachment: lease.attachment, page: lease.page }],
      details: { on, to: lease.to },
    }),
  ];
}
