import { likeness, plain } from './wording.ts';

/** Which occupations a person's field stands for: certainly (`member`), perhaps (`near`: a person must look), or none. */
export type Belonging = { readonly kind: 'member' | 'near' | 'none'; readonly occupations: readonly string[] };

/** From here on two names are near misses of each other. */
const nearFrom = 0.6;

/**
 * Matches 专业/专业方向 or 考评职业领域 to the occupations applied for (their comparable names). A field that contains an
 * occupation's name belongs to it; one that is a piece of it (无人机), or resembles it, or is blank where only one
 * occupation is applied for, is near and never counted.
 */
export function belongs(field: string, occupations: readonly string[]): Belonging {
  const written = plain(field);
  const members = occupations.filter((name) => written.includes(name));
  if (members.length > 0) {
    return { kind: 'member', occupations: members };
  }
  const near =
    written === ''
      ? occupations.length === 1
        ? occupations
        : []
      : written
          .split(/[、,;；/]/)
          .map((part) => part.replace(/(职业|专业|方向|领域|工种)+$/, ''))
          .filter((part) => part.length >= 2)
          .flatMap((part) => occupations.filter((name) => name.includes(part) || likeness(name, part) >= nearFrom));
  return near.length === 0 ? { kind: 'none', occupations: [] } : { kind: 'near', occupations: [...new Set(near)] };
}
