/** Collects what was read where; a reading speaks for its field and all below it that has none of its own. */
export type Note = { readonly field: string; readonly source: string; readonly confidence: number };

/** How sure a reading is, in the four steps that the readers tell apart. */
export const sureness = { plain: 1, derived: 0.8, guessed: 0.5, unread: 0.2, missing: 0 } as const;

/** Cuts a text to what the document's schema takes; a longer one is noted as not wholly read. */
export function label(text: string, at: { notes: Note[]; field: string; source: string }): string {
  if (text.length <= 400) {
    return text;
  }
  at.notes.push({ field: at.field, source: at.source, confidence: sureness.unread });
  return text.slice(0, 400);
}
