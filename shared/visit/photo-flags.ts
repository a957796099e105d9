import { nearPairs } from '../checks/near-photos.ts';
import type { VisitPhoto, VisitRecord } from '../domain/visit.ts';

/** A photo that is known elsewhere in the round: another applicant's attachment or a photo of its visit. */
export type KnownPhoto = { readonly applicant: string; readonly sha256: string; readonly perceptualHash: string | null };

/** What is to be said against a photo as proof of this visit. */
export type PhotoFlag =
  | { readonly kind: 'outside-window'; readonly takenAt: string }
  | { readonly kind: 'same-as'; readonly applicant: string }
  | { readonly kind: 'like'; readonly applicant: string };

/** The flags of each photo by its hash; a photo with nothing against it is absent. */
export function photoFlags(
  photos: readonly VisitPhoto[],
  { from, to }: Pick<VisitRecord, 'from' | 'to'>,
  elsewhere: readonly KnownPhoto[],
): Map<string, PhotoFlag[]> {
  const near = likeness(photos, elsewhere);
  return new Map(
    photos.flatMap(({ sha256, takenAt }) => {
      const outside: PhotoFlag[] = takenAt !== null && isOutside(takenAt, from, to) ? [{ kind: 'outside-window', takenAt }] : [];
      const same = [...new Set(elsewhere.flatMap((other) => (other.sha256 === sha256 ? [other.applicant] : [])))];
      const like = [...(near.get(sha256) ?? [])].filter((applicant) => !same.includes(applicant));
      const flags: PhotoFlag[] = [
        ...outside,
        ...same.map((applicant) => ({ kind: 'same-as' as const, applicant })),
        ...like.map((applicant) => ({ kind: 'like' as const, applicant })),
      ];
      return flags.length === 0 ? [] : [[sha256, flags] as const];
    }),
  );
}

/** A camera that wrote no offset is taken to go by the clock of the place. */
function isOutside(takenAt: string, from: string | null, to: string | null): boolean {
  const offset = /(?:Z|[+-]\d{2}:\d{2})$/.exec(from ?? to ?? '')?.[0] ?? 'Z';
  const taken = Date.parse(/(?:Z|[+-]\d{2}:\d{2})$/.test(takenAt) ? takenAt : `${takenAt}${offset}`);
  return (from !== null && taken < Date.parse(from)) || (to !== null && taken > Date.parse(to));
}

function likeness(photos: readonly VisitPhoto[], elsewhere: readonly KnownPhoto[]): Map<string, Set<string>> {
  const byHash = new Map<string, { hash: string; mine: string[]; theirs: string[] }>();
  const at = (hash: string) => {
    const found = byHash.get(hash) ?? { hash, mine: [], theirs: [] };
    byHash.set(hash, found);
    return found;
  };
  for (const { sha256, perceptualHash } of photos) {
    if (perceptualHash !== null) {
      at(perceptualHash).mine.push(sha256);
    }
  }
  for (const { applicant, perceptualHash } of elsewhere) {
    if (perceptualHash !== null) {
      at(perceptualHash).theirs.push(applicant);
    }
  }
  const like = new Map<string, Set<string>>();
  for (const [one, other] of nearPairs([...byHash.values()])) {
    for (const [left, right] of [
      [one, other],
      [other, one],
    ] as const) {
      for (const sha256 of left.mine) {
        like.set(sha256, new Set([...(like.get(sha256) ?? []), ...right.theirs]));
      }
    }
  }
  return like;
}
