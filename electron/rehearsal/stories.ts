/** How the experts judge a made-up applicant, beside what its papers show. */
export type Story =
  | 'strong' // judged high
  | 'solid' // judged well
  | 'disputed' // one expert votes against at a panel gate and is outvoted
  | 'skilled-only' // too few senior assessors turn up for 二—一级
  | 'weak'; // nothing rules it out, but the points don't suffice

/** Beside the characters of `applicants/character.ts`, eight by eight: the third applies for all levels, the fourth just meets the norms. */
const stories: readonly Story[] = ['disputed', 'solid', 'skilled-only', 'weak', 'solid', 'strong', 'solid', 'solid'];

/** The story of the applicant at `index`. */
export function storyOf(index: number): Story {
  return stories[index % stories.length] ?? 'solid';
}

/** The share of an item's full marks that experts tend to give, in per cent. */
export const qualityOf: Readonly<Record<Story, number>> = { strong: 96, solid: 90, disputed: 87, 'skilled-only': 93, weak: 55 };
