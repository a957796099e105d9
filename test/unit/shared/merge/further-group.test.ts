import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupResult } from '#shared/domain/result.ts';
import { type Level, type LevelGroup, levelGroupOf } from '#shared/domain/values.ts';
import { merge, type MergeRequest } from '#shared/merge/index.ts';
import { anyIngredients, roundOf } from './any-round.ts';

/** The request as if only these level groups were applied for. */
function withoutGroup(request: MergeRequest, gone: LevelGroup): MergeRequest {
  const { round } = request;
  const stays = (levels: readonly Level[]) => levels.filter((level) => levelGroupOf(level) !== gone);
  const applications = round.applications.map((application) => ({
    ...application,
    occupations: application.occupations.map((occupation) => {
      const left = stays(occupation.levels);
      return { ...occupation, levels: left.length === 0 ? occupation.levels : left };
    }),
  }));
  const isAsked = (application: string, occupation: string | null) =>
    applications
      .find(({ id }) => id === application)
      ?.occupations.find(({ name }) => name === occupation)
      ?.levels.some((level) => levelGroupOf(level) === gone) === true;
  const inputs = request.inputs.map((input) => ({
    ...input,
    document: {
      ...input.document,
      sheets: input.document.sheets.map((sheet) => ({
        ...sheet,
        entries: sheet.entries.filter(({ levelGroup, occupation }) => levelGroup !== gone || isAsked(sheet.application, occupation)),
      })),
    },
  }));
  return { ...request, round: { ...round, applications }, inputs };
}

const better = ['recommended', 'pending', 'not-recommended', 'ruled-out'];
const isLower = (one: GroupResult | undefined, other: GroupResult | undefined) => {
  const [mine, theirs] = [better.indexOf(one?.outcome ?? ''), better.indexOf(other?.outcome ?? '')];
  return mine === theirs ? Number(one?.total ?? -1) < Number(other?.total ?? -1) : mine > theirs;
};

describe('applying for a further level group', () => {
  it.each(['skilled', 'technician'] as const)(
    '(%s) leaves the other’s entry byte-identical and never lowers the candidate',
    (further) => {
      let compared = 0;
      fc.assert(
        fc.property(anyIngredients, (ingredients) => {
          // A blank at a slot of the further group holds up all: a sheet that is not whole is another matter.
          const request = roundOf(ingredients, { blank: 0 });
          const isRescaled = further === 'skilled' && request.round.rules.aggregate.method === 'z-score';
          const [after, before] = [merge(request).result, merge(withoutGroup(request, further)).result];
          after.candidates.forEach(({ groups }, index) => {
            const earlier = before.candidates[index]?.groups ?? [];
            for (const entry of isRescaled ? [] : earlier) {
              expect(canonicalize(groups.find(({ group }) => group === entry.group))).toBe(canonicalize(entry));
              compared += groups.length - earlier.length;
            }
            const leads = (result: typeof after) => {
              const candidate = result.candidates[index];
              return candidate?.groups.find(({ group }) => group === candidate.group);
            };
            expect(isRescaled || !isLower(leads(after), leads(before))).toBe(true);
          });
        }),
        { numRuns: 40 },
      );
      expect(compared).toBeGreaterThan(0);
    },
    120_000,
  );
});
