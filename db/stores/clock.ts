/** Now, as ISO 8601 with an offset. Passed in, so that a test or a deterministic rehearsal sets it. */
export type Clock = () => string;
