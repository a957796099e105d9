import type { Application } from '#shared/domain/application.ts';
import type { RoundApplication } from '#shared/domain/round.ts';
import { levelSchema, type Level } from '#shared/domain/values.ts';

/**
 * What a round says of an application: who, for what, which bundle. Rows of one occupation are taken together; one without a level
 * can't be scored and is left out.
 */
export function roundApplicationOf({
  application,
  sha256,
  bytes,
}: {
  readonly application: Application;
  readonly sha256: string;
  readonly bytes: number;
}): RoundApplication {
  const occupations = new Map<string, { code?: string; name: string; levels: Level[] }>();
  for (const { name, code, levels } of application.occupations) {
    const known = occupations.get(name);
    const all = new Set([...(known?.levels ?? []), ...levels]);
    const itsCode = known?.code ?? code;
    occupations.set(name, {
      ...(itsCode === null || itsCode === undefined ? {} : { code: itsCode }),
      name,
      levels: levelSchema.options.filter((level) => all.has(level)),
    });
  }
  return {
    id: application.id,
    applicant: { id: application.id, name: application.applicant.name, type: application.applicant.type },
    occupations: [...occupations.values()].filter(({ levels }) => levels.length > 0),
    bundle: { sha256, bytes },
  };
}
