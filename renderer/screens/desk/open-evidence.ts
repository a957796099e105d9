/** A place in the evidence: a file, and a page of it where it has pages. */
export type EvidencePlace = { readonly sha256: string; readonly page: number | null };

/** What the sheet needs to know of the evidence beside it. */
export type OpenEvidence = {
  /** What is open on the left; null when it is the form as read. */
  readonly current: EvidencePlace | null;
  readonly open: (place: EvidencePlace) => void;
  readonly nameOf: (sha256: string) => string;
};
