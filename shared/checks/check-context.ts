import type { Application } from '../domain/application.ts';
import type { ApplicationFacts } from '../domain/facts.ts';
import type { Finding, Place, Quantity } from '../domain/finding.ts';
import type { scheduleSchema } from '../domain/round.ts';
import type { CatalogueEntry, Rubric, RubricItem } from '../domain/rubric.ts';
import type { Level } from '../domain/values.ts';
import type * as z from 'zod';
import { type Measurement, proposedValue } from './proposals.ts';
import { type Asked, requiredNumber } from './required-number.ts';
import type { Reason } from './sentences.ts';
import { plain } from './wording.ts';

/** What the checks look at. */
export type CheckInput = {
  readonly application: Application;
  readonly facts: ApplicationFacts;
  readonly rubric: Rubric;
  readonly catalogue: readonly CatalogueEntry[];
  readonly schedule: z.infer<typeof scheduleSchema>;
};

/** An occupation applied for: its rows in the form taken together. */
export type AppliedOccupation = {
  /** As the form writes it first; findings carry it. */
  readonly name: string;
  readonly codes: readonly string[];
  readonly levels: readonly Level[];
  readonly rows: readonly number[];
};

/** One check: the findings it makes of an application. */
export type Check = (context: CheckContext) => Finding[];

export type FormPart = 'staff' | 'experts' | 'assessors' | 'regulations' | 'occupations' | 'venues';

/** What a check says of itself; what it leaves out is null or empty. */
export type Draft = {
  readonly code: string;
  /** The rubric item it speaks of; the code itself where the rubric has it. */
  readonly item?: string | null;
  readonly occupation?: string;
  readonly levelGroup?: Finding['levelGroup'];
  readonly verdict: Finding['verdict'];
  readonly reason: Reason;
  readonly found?: Quantity | null;
  readonly required?: Quantity | null;
  readonly where?: readonly Place[];
  /** Where the rubric has no clause for it. */
  readonly clause?: string;
  readonly details?: Finding['details'];
  readonly measured?: Measurement;
};

/** An application laid out for the checks: what several of them ask is worked out once. */
export type CheckContext = CheckInput & {
  readonly occupations: readonly AppliedOccupation[];
  /** The catalogue by comparable name. */
  readonly catalogueByName: ReadonlyMap<string, CatalogueEntry>;
  /** The finding of a draft, with the rubric's clause and the value that the rule would take. */
  readonly finding: (draft: Draft) => Finding;
  /** How much an item asks for: the rubric's number, `ofNotice` where it states none. */
  readonly required: (code: string, ofNotice: number, asked?: Asked) => number;
  /** A row of the form (0-based), as the reader found it or by its table and number. */
  readonly row: (part: FormPart, index: number) => Place;
  /** A field of the form's first page. */
  readonly field: (name: string) => Place;
};

/** What the form calls the tables whose rows findings point to. */
export const formTables: Readonly<Record<FormPart, string>> = {
  staff: '工作人员情况',
  experts: '专家情况',
  assessors: '考评人员情况',
  regulations: '已建立规章制度目录',
  occupations: '职业（工种）范围',
  venues: '职业（工种）场地设备情况',
};

/** Lays an application out for the checks. */
export function checkContextOf(input: CheckInput): CheckContext {
  const items = new Map(input.rubric.items.map((item) => [item.code, item]));
  const form = input.application.attachments.find((attachment) => attachment.class === 'form')?.sha256 ?? null;
  const sources = rowSources(input.application);
  return {
    ...input,
    occupations: appliedOccupations(input.application),
    catalogueByName: new Map(input.catalogue.map((entry) => [plain(entry.name), entry])),
    finding: (draft) => complete(draft, items),
    required: (code, ofNotice, asked = 'number') => requiredNumber(items.get(code), asked) ?? ofNotice,
    row: (part, index) => ({
      source: sources.get(`${part}.${index}`) ?? `附件3 ${formTables[part]} 第${index + 1}行`,
      attachment: form,
      page: null,
    }),
    field: (name) => ({ source: `附件3 ${name}`, attachment: form, page: null }),
  };
}

/** The occupations applied for, each once: rows of the same name (several 工种 or levels) are one occupation (正文 二(七)). */
export function appliedOccupations(application: Application): AppliedOccupation[] {
  const byName = new Map<string, { name: string; codes: Set<string>; levels: Set<Level>; rows: number[] }>();
  for (const [index, row] of application.occupations.entries()) {
    const key = plain(row.name);
    if (key === '') {
      continue;
    }
    const known = byName.get(key) ?? { name: row.name.trim(), codes: new Set<string>(), levels: new Set<Level>(), rows: [] };
    known.rows.push(index);
    row.levels.forEach((level) => known.levels.add(level));
    if (row.code !== null && plain(row.code) !== '') {
      known.codes.add(plain(row.code));
    }
    byName.set(key, known);
  }
  return [...byName.values()].map(({ name, codes, levels, rows }) => ({ name, codes: [...codes], levels: [...levels], rows }));
}

function complete(draft: Draft, items: ReadonlyMap<string, RubricItem>): Finding {
  const code = draft.item === undefined ? (items.has(draft.code) ? draft.code : null) : draft.item;
  const item = code === null ? undefined : items.get(code);
  return {
    code: draft.code,
    item: code,
    occupation: draft.occupation ?? null,
    levelGroup: draft.levelGroup ?? null,
    verdict: draft.verdict,
    found: draft.found ?? null,
    required: draft.required ?? null,
    where: [...(draft.where ?? [])],
    clause: draft.clause ?? item?.clause ?? '',
    reason: draft.reason,
    details: draft.details ?? {},
    proposed: draft.measured === undefined || item?.rule === undefined ? null : proposedValue(item.rule, draft.measured),
  };
}

/** Where the form's reader says it read a row: `staff[3].name` or `staff.3.name` → its source. */
function rowSources(application: Application): Map<string, string> {
  const sources = new Map<string, string>();
  for (const { field, source } of application.reading) {
    const row = /^([a-z]+)[.[](\d+)/.exec(field);
    const key = row === null ? '' : `${row[1]}.${row[2]}`;
    if (row !== null && source !== '' && !sources.has(key)) {
      sources.set(key, source.startsWith('附件3') ? source : `附件3 ${source}`);
    }
  }
  return sources;
}
