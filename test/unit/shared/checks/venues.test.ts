import { describe, expect, it } from 'vitest';
import { anApplication, anInput, occupation, schedule, sha, someFacts } from '../../../fixtures/checks/an-application.ts';
import { monthsUntilEndOf } from '#shared/checks/calendar.ts';
import { checkApplication } from '#shared/checks/index.ts';
import { leaseMonths } from '#shared/checks/g10-lease.ts';
import type { Application } from '#shared/domain/application.ts';
import type { LeaseFact } from '#shared/domain/facts.ts';

const lease = (changes: Partial<LeaseFact>): LeaseFact => ({
  attachment: sha('2'),
  page: 1,
  lessee: null,
  address: null,
  from: null,
  to: null,
  months: null,
  areaSquareMetres: null,
  ...changes,
});
const without = (...classes: string[]) => anApplication().attachments.filter((one) => !classes.includes(one.class));
const deed: Application['attachments'][number] = { sha256: sha('9'), name: '不动产权证.jpg', bytes: 1, class: 'ownership', problem: null };

describe('months of a term', () => {
  it.each([
    ['2020-01-01', '2023-12-31', 48],
    ['2021-11-01', '2023-10-31', 24],
    ['2020-01-01', '2023-01-01', 36],
    ['2020-01-01', '2022-12-30', 35],
    ['2020-03-15', '2023-03-14', 36],
    ['2020-03-15', '2023-03-13', 35],
    ['2020-01-31', '2020-02-29', 1],
    ['2022-11-15', '2022-11-15', 0],
    ['2022-11-15', '2022-11-14', 0],
    ['2022-11-15', '2022-11-13', -1],
    ['2022-11-15', '2022-10-13', -2],
  ])('%s to %s are %i', (from, to, months) => {
    expect(monthsUntilEndOf(from, to)).toBe(months);
  });

  it('are taken from the dates, else as worded', () => {
    expect(leaseMonths({ from: '2020-01-01', to: '2020-12-31', months: 36 })).toBe(12);
    expect(leaseMonths({ from: '2020-01-01', to: null, months: 36 })).toBe(36);
    expect(leaseMonths({ from: null, to: '2020-12-31', months: 24 })).toBe(24);
    expect(leaseMonths({ from: null, to: null, months: null })).toBeNull();
  });
});

describe('tenure (G10)', () => {
  const g10 = (leases: LeaseFact[], attachments = anApplication().attachments) =>
    checkApplication(anInput({ application: { attachments }, facts: { leases } })).find(({ code }) => code === 'G10');

  it.each([
    [35, 'not-met', 'lease-short'],
    [36, 'met', 'lease-long'],
    [37, 'met', 'lease-long'],
  ])('a lease of %i months is %s', (months, verdict, reason) => {
    expect(g10([lease({ months })])).toMatchObject({
      verdict,
      reason,
      found: { number: months, unit: '个月' },
      required: { number: 36, unit: '个月' },
    });
  });

  it('the shortest of several leases decides', () => {
    expect(g10([lease({ months: 48 }), lease({ months: 12 })])).toMatchObject({ verdict: 'not-met', found: { number: 12 } });
    expect(g10([lease({ months: 48 }), lease({ months: 40 })])).toMatchObject({ verdict: 'met', found: { number: 40 } });
  });

  it.each([
    ['2021-01-01', '2022-12-31', 36, 'doubtful', 'lease-contradicts'],
    ['2021-01-01', '2022-12-31', 35, 'not-met', 'lease-short'],
    ['2021-01-01', '2022-12-31', 24, 'not-met', 'lease-short'],
    ['2021-01-01', '2023-12-31', 24, 'doubtful', 'lease-contradicts'],
    ['2021-01-01', '2023-12-31', 36, 'met', 'lease-long'],
  ])('a lease from %s to %s that says %i months: %s', (from, to, months, verdict, reason) => {
    expect(g10([lease({ from, to, months })])).toMatchObject({ verdict, reason });
  });

  it('one lease that is short for sure is not excused by another that contradicts itself', () => {
    const contradictory = lease({ from: '2021-01-01', to: '2022-12-31', months: 36 });
    expect(g10([contradictory, lease({ months: 30 })])?.verdict).toBe('not-met');
    expect(g10([contradictory, lease({ months: 48 })])?.verdict).toBe('doubtful');
  });

  it('a short lease is not saved by a deed of another place', () => {
    expect(g10([lease({ months: 24 })], [...anApplication().attachments, deed])?.verdict).toBe('not-met');
  });

  it('a lease that could not be read is doubtful, alone or beside a long one', () => {
    expect(g10([])).toMatchObject({ verdict: 'doubtful', reason: 'lease-unread', found: null });
    expect(g10([lease({})])).toMatchObject({ verdict: 'doubtful', reason: 'lease-unread' });
    expect(g10([lease({ months: 48 }), lease({})])).toMatchObject({ verdict: 'doubtful', reason: 'lease-unread' });
    const another = { ...deed, class: 'lease' as const };
    expect(g10([lease({ months: 48 })], [...anApplication().attachments, another])).toMatchObject({
      verdict: 'doubtful',
      reason: 'lease-unread',
    });
  });

  it('months that contradict the dates are doubtful', () => {
    const dates = { from: '2020-01-01', to: '2023-12-31' };
    expect(g10([lease({ ...dates, months: 36 })])).toMatchObject({ verdict: 'doubtful', reason: 'lease-contradicts' });
    expect(g10([lease({ ...dates, months: 48 })])).toMatchObject({ verdict: 'met' });
  });

  it('a deed alone is met, an unreadable one doubtful, nothing not met', () => {
    expect(g10([], [...without('lease'), deed])).toMatchObject({ verdict: 'met', reason: 'tenure-owned', found: { text: '产权证明' } });
    expect(g10([], [...without('lease'), { ...deed, problem: 'corrupt' }])).toMatchObject({ verdict: 'doubtful', reason: 'lease-unread' });
    expect(g10([], without('lease'))).toMatchObject({ verdict: 'not-met', reason: 'tenure-missing', found: null, where: [] });
  });

  it('points to the lease’s page and to proofs that were not read', () => {
    expect(g10([lease({ months: 48, page: 2 })], [...anApplication().attachments, deed])?.where).toEqual([
      { source: '租赁合同 租赁期限', attachment: sha('2'), page: 2 },
      { source: '不动产权证.jpg', attachment: sha('9'), page: null },
    ]);
  });
});

describe('what remains of a lease', () => {
  const remains = (to: string | null, visitsFrom: string | null, documentsOn: string | null = null) =>
    checkApplication(anInput({ facts: { leases: [lease({ months: 36, to })] }, schedule: { ...schedule, visitsFrom, documentsOn } })).find(
      ({ code }) => code === 'leaseRemaining',
    );

  it.each([
    ['2023-11-13', 11, 'doubtful', 'lease-remains-little'],
    ['2023-11-14', 12, 'met', 'lease-remains'],
    ['2023-12-14', 13, 'met', 'lease-remains'],
    ['2022-11-15', 0, 'doubtful', 'lease-remains-little'],
    ['2022-11-13', 0, 'doubtful', 'lease-ended'],
  ])('until %s on the first day of the visits: %i months, %s', (to, number, verdict, reason) => {
    expect(remains(to, '2022-11-15')).toMatchObject({
      item: 'G10',
      verdict,
      reason,
      found: { number },
      required: { number: 12 },
      details: { on: '2022-11-15', to },
    });
  });

  it('is asked on the day of the documents where no visit is set, and not at all without a day or an end', () => {
    expect(remains('2023-11-14', null, '2022-11-15')?.found).toEqual({ number: 12, unit: '个月' });
    expect(remains('2023-11-14', null)).toBeUndefined();
    expect(remains(null, '2022-11-15')).toBeUndefined();
  });
});

describe('the declared theory area (B02)', () => {
  const venue = (area: number | null, name = occupation) => ({
    occupation: name,
    theoryAreaSquareMetres: area,
    skillAreaSquareMetres: 100,
    equipment: [],
    testEquipment: [],
  });
  const b02 = (...areas: (number | null)[]) =>
    checkApplication(anInput({ application: { venues: areas.map((area) => venue(area)) } })).find(({ code }) => code === 'B02');

  it.each([
    [[59.9], 59.9, 'not-met', 'theory-area-small'],
    [[60], 60, 'verify-on-site', 'theory-area'],
    [[61], 61, 'verify-on-site', 'theory-area'],
    [[80, 55, null], 55, 'not-met', 'theory-area-small'],
  ])('%j: %d', (areas, number, verdict, reason) => {
    expect(b02(...areas)).toMatchObject({
      verdict,
      reason,
      found: { number, unit: '平方米' },
      required: { number: 60, unit: '平方米' },
      proposed: null,
    });
  });

  it.each([[[]], [[null]]])('%j is left to the visit', (areas) => {
    expect(b02(...areas)).toMatchObject({ verdict: 'verify-on-site', reason: 'theory-area-missing', found: null });
  });

  it('points to the table of the smallest', () => {
    expect(b02(80, 55)?.where).toEqual([{ source: '附件3 职业（工种）场地设备情况 第2行', attachment: sha('f'), page: null }]);
  });

  it('has a table for each occupation, and none for another', () => {
    const findings = (name: string) =>
      checkApplication(anInput({ application: { venues: [venue(60, name)] } }))
        .filter(({ code }) => code.startsWith('venue'))
        .map(({ code, item, verdict, occupation: of, found }) => ({ code, item, verdict, of, found }));
    expect(findings(' 无人机 驾驶员')).toEqual([]);
    expect(findings(' ').find(({ code }) => code === 'venueUnmatched')?.found).toBeNull();
    expect(findings('调饮师')).toEqual([
      { code: 'venueMissing', item: 'B07', verdict: 'doubtful', of: occupation, found: null },
      { code: 'venueUnmatched', item: 'B07', verdict: 'doubtful', of: null, found: { text: '调饮师' } },
    ]);
  });
});

it('the made-up facts of these tests pass', () => {
  expect(someFacts().leases.map((one) => leaseMonths(one))).toEqual([36]);
});
