import * as z from 'zod';
import { idSchema, labelSchema } from '../domain/values.ts';

/** The codes of an application's findings that want a look, one a finding: what is not met, and what is 存疑 or for the visit. */
export const problemsSchema = z.object({ application: idSchema, notMet: z.array(labelSchema), doubtful: z.array(labelSchema) });
export type Problems = z.infer<typeof problemsSchema>;
