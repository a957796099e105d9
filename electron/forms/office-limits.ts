/**
 * How much of an Office file is read. Everything is counted before a library parses it, so that what it holds in memory and how long it takes is
 * bounded, well below what the process that reads may take; a real form or record has a hundredth of it.
 */
export const officeLimits = {
  /** Files in the archive. */
  entries: 5000,
  /** Bytes of XML that are unpacked to be read; pictures and the like stay packed. */
  xmlBytes: 32 * 1024 * 1024,
  /** Elements within one another. */
  depth: 200,
  /** Attributes of one element. */
  attributes: 200,
  /** Elements of a Word document that say something; formatting is left out before it is counted. */
  wordElements: 100_000,
  sheets: 200,
  /** Cells of a workbook that have something in them. */
  cells: 200_000,
  /** Rows of a workbook, short empty stretches between them included. */
  rows: 60_000,
  /** Places of a document's tables, empty and merged ones included. */
  places: 400_000,
  /** Characters of all cells together; those of a merged cell count at each of its places. */
  characters: 4 * 1024 * 1024,
  merges: 20_000,
} as const;
