import type { Finding } from '../domain/finding.ts';
import type { Check, CheckContext } from './check-context.ts';
import { plain } from './wording.ts';

/** 附件2 二2, where the rubric's item states no other. */
const theoryAreaOfNotice = 60;

/** The declared theory area (B02), and an equipment table per occupation. */
export const checkVenues: Check = (context) => [theoryArea(context), ...tables(context)];

/** The theory room as declared, which the visit measures: the smallest of the tables, since each occupation needs one. */
function theoryArea({ application, finding, required, row }: CheckContext): Finding {
  const theoryAreaRequired = required('B02', theoryAreaOfNotice);
  const declared = application.venues.flatMap(({ theoryAreaSquareMetres }, index) =>
    theoryAreaSquareMetres === null ? [] : [{ area: theoryAreaSquareMetres, index }],
  );
  const smallest = declared.length === 0 ? null : Math.min(...declared.map(({ area }) => area));
  return finding({
    code: 'B02',
    verdict: smallest !== null && smallest < theoryAreaRequired ? 'not-met' : 'verify-on-site',
    reason: smallest === null ? 'theory-area-missing' : smallest < theoryAreaRequired ? 'theory-area-small' : 'theory-area',
    found: smallest === null ? null : { number: smallest, unit: '平方米' },
    required: { number: theoryAreaRequired, unit: '平方米' },
    where: declared.filter(({ area }) => area === smallest).map(({ index }) => row('venues', index)),
  });
}

/** 职业（工种）场地设备情况 is filled in per occupation (附件3 注). */
function tables({ application, occupations, finding, row }: CheckContext): Finding[] {
  const described = application.venues.map(({ occupation }) => plain(occupation));
  const applied = occupations.map(({ name }) => plain(name));
  return [
    ...occupations
      .filter(({ name }) => !described.includes(plain(name)))
      .map(({ name, rows }) =>
        finding({
          code: 'venueMissing',
          item: 'B07',
          occupation: name,
          verdict: 'doubtful',
          reason: 'venue-missing',
          where: rows.map((index) => row('occupations', index)),
          clause: '附件3 注',
        }),
      ),
    ...application.venues.flatMap(({ occupation }, index) =>
      applied.includes(plain(occupation))
        ? []
        : [
            finding({
              code: 'venueUnmatched',
              item: 'B07',
              verdict: 'doubtful',
              reason: plain(occupation) === '' ? 'venue-nameless' : 'venue-unmatched',
              found: plain(occupation) === '' ? null : { text: occupation.trim() },
              where: [row('venues', index)],
              clause: '附件3 注',
            }),
          ],
    ),
  ];
}
