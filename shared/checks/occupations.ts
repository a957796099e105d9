import type { Finding } from '../domain/finding.ts';
import type { CatalogueEntry } from '../domain/rubric.ts';
import type { AppliedOccupation, Check, CheckContext } from './check-context.ts';
import { likeness, plain } from './wording.ts';

const occupationsAllowed = 3;
/** From here on a name of 附件1 is suggested for what the form says. */
const suggestFrom = 0.6;
const suggestions = 3;

/** G03 per occupation, its code against 附件1's, and G04 (正文 一, 二(七)). */
export const checkOccupations: Check = (context) => [
  ...context.occupations.map((occupation) => inCatalogue(context, occupation)),
  ...context.occupations.flatMap((occupation) => codeAgrees(context, occupation)),
  number(context),
];

/** The names of 附件1 most like a name that is not in it, best first. */
export function suggestNames(name: string, catalogue: readonly CatalogueEntry[]): string[] {
  const written = plain(name);
  return catalogue
    .map((entry) => ({ name: entry.name, likeness: likeness(plain(entry.name), written) }))
    .filter(
      (entry) =>
        entry.likeness >= suggestFrom ||
        (written.length >= 3 && plain(entry.name).includes(written)) ||
        written.includes(plain(entry.name)),
    )
    .toSorted((one, other) => other.likeness - one.likeness)
    .slice(0, suggestions)
    .map((entry) => entry.name);
}

/** G03: by name, letter for letter. A near miss is doubtful with its suggestions: whether it is a slip a person decides. */
function inCatalogue({ catalogue, catalogueByName, finding, row }: CheckContext, occupation: AppliedOccupation): Finding {
  const entry = catalogueByName.get(plain(occupation.name));
  const near = entry === undefined ? suggestNames(occupation.name, catalogue) : [];
  return finding({
    code: 'G03',
    occupation: occupation.name,
    verdict: entry !== undefined ? 'met' : near.length > 0 ? 'doubtful' : 'not-met',
    reason: entry !== undefined ? 'in-catalogue' : near.length > 0 ? 'near-catalogue' : 'not-in-catalogue',
    found: { text: entry === undefined ? occupation.name : `附件1 第${entry.number}号 ${entry.name}（${entry.remark}）` },
    required: { text: '附件1 目录内职业' },
    where: occupation.rows.map((index) => row('occupations', index)),
    details: {
      name: occupation.name,
      ...(entry === undefined ? { suggestions: near.join('、') } : { number: entry.number, remark: entry.remark }),
    },
  });
}

/** 职业编码按大典2022版，仅作核对: a code unlike the catalogue's is a warning. */
function codeAgrees({ catalogueByName, finding, row }: CheckContext, occupation: AppliedOccupation): Finding[] {
  const listed = /\d-\d{2}-\d{2}-\d{2}/.exec(catalogueByName.get(plain(occupation.name))?.code ?? '')?.[0];
  const other = occupation.codes.filter((code) => !code.startsWith(listed ?? code));
  return listed === undefined || other.length === 0
    ? []
    : [
        finding({
          code: 'occupationCode',
          item: 'G03',
          occupation: occupation.name,
          verdict: 'doubtful',
          reason: 'occupation-code',
          found: { text: other.join('、') },
          required: { text: listed },
          where: occupation.rows.map((index) => row('occupations', index)),
        }),
      ];
}

/** G04: at most three occupations, the same name counted once. */
function number({ application, occupations, finding, row }: CheckContext): Finding {
  const count = occupations.length;
  return finding({
    code: 'G04',
    verdict: count === 0 ? 'doubtful' : count <= occupationsAllowed ? 'met' : 'not-met',
    reason: count === 0 ? 'no-occupations' : count <= occupationsAllowed ? 'occupations-few' : 'occupations-many',
    found: { number: count, unit: '个' },
    required: { number: occupationsAllowed, unit: '个' },
    where: application.occupations.map((_, index) => row('occupations', index)),
  });
}
