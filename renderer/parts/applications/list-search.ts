import * as z from 'zod';
import { stageSchema } from '#shared/domain/values.ts';

export const columns = ['name', 'type', 'occupations', 'document', 'visit', 'roadshow', 'problems'] as const;
export type Column = (typeof columns)[number];

export const progressFilters = ['open', 'done', 'returned'] as const;

/** How the list is filtered and sorted, as it stands in the address; what is absent filters nothing. */
export const listSearchSchema = z.object({
  stage: stageSchema.optional().catch(undefined),
  /** Part of the name, its pinyin or its initials. */
  q: z.string().max(100).optional().catch(undefined),
  type: z.string().max(400).optional().catch(undefined),
  occupation: z.string().max(400).optional().catch(undefined),
  progress: z.enum(progressFilters).optional().catch(undefined),
  /** `not-met`, `doubtful` or `none`; else the code of a finding. */
  problem: z.string().max(400).optional().catch(undefined),
  sort: z.enum(columns).optional().catch(undefined),
  descending: z.literal(true).optional().catch(undefined),
});
export type ListSearch = z.infer<typeof listSearchSchema>;

/** Whether anything is filtered away; a stage only chooses columns. */
export function isFiltered({ q, type, occupation, progress, problem }: ListSearch): boolean {
  return [q, type, occupation, progress, problem].some((one) => one !== undefined && one !== '');
}
