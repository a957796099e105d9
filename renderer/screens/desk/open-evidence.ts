import type { Place } from '#shared/domain/finding.ts';
import type { Citation } from '#shared/domain/sheet.ts';

/** A rectangle on a page or a picture as it is shown upright: fractions of its width and height, as decimals. */
export type Region = NonNullable<Citation['region']>;

/**
 * A place in the evidence: a file, a page of it where it has pages, a region of that page. Every citation is one, so a
 * citation can be opened as it is; `note` then names a row of a document that has rows (第 7 行) and no pages.
 */
export type EvidencePlace = Pick<Citation, 'sha256' | 'page'> & Partial<Pick<Citation, 'region' | 'note'>>;

/** What the sheet needs to know of the evidence beside it. */
export type OpenEvidence = {
  /** What is open in the evidence pane that was used last; null when it is the form as read. */
  readonly current: EvidencePlace | null;
  /** What a citation made now would cite: the page, the region drawn on it or the row marked; null when nothing can be cited. */
  readonly citation: Citation | null;
  /** Opens a page, a region or a whole file, and marks it. */
  readonly open: (place: EvidencePlace) => void;
  /** Opens what proves a finding and marks it: the row of the form as read, or the page of an attachment. */
  readonly openProof: (place: Place) => void;
  readonly nameOf: (sha256: string) => string;
};

/** Whether two citations cite the same; what is said of it doesn't matter for pages, rows are told apart by it. */
export function citesSame(one: Citation, other: Citation): boolean {
  return (
    one.sha256 === other.sha256 &&
    one.page === other.page &&
    (one.page !== null || one.note === other.note) &&
    (one.region === null ? other.region === null : other.region !== null && sameRegion(one.region, other.region))
  );
}

export function sameRegion(one: Region, other: Region): boolean {
  return one.left === other.left && one.top === other.top && one.width === other.width && one.height === other.height;
}
