import type { Attachment } from '#shared/domain/application.ts';
import type { Citation } from '#shared/domain/sheet.ts';
import type { EvidencePlace, Region } from '../open-evidence.ts';

/** What was asked to be seen. A view goes there and marks it whenever it gets another object. */
export type Target = { readonly page: number | null; readonly region: Region | null; readonly row: string | null };

/** A region that is drawn and not cited yet; `page` is null on a picture. */
export type Drawn = { readonly page: number | null; readonly region: Region };

/** What one evidence pane shows; `sha256` is null for the form as read. */
export type Shown = {
  readonly sha256: string | null;
  /** The page in view, where there are pages. */
  readonly page: number | null;
  readonly target: Target | null;
  readonly drawn: Drawn | null;
};

/** One or two evidence panes, and which of them was used last. */
export type Panes = { readonly shown: readonly [Shown] | readonly [Shown, Shown]; readonly active: 0 | 1 };

export const formShown: Shown = { sha256: null, page: null, target: null, drawn: null };

/** The pane after opening a place in it. */
export function showPlace(place: EvidencePlace): Shown {
  const { sha256, page, region = null, note = '' } = place;
  const row = page === null && note !== '' ? note : null;
  return { sha256, page, target: page === null && region === null && row === null ? null : { page, region, row }, drawn: null };
}

/** Puts something into a pane, and makes that pane the one in use. */
export function putShown({ shown }: Panes, index: 0 | 1, next: Shown): Panes {
  const [first, second] = shown;
  if (second === undefined) {
    return { shown: [next], active: 0 };
  }
  return { shown: index === 0 ? [next, second] : [first, next], active: index };
}

/** The pane where a file is to be opened: the one that shows it already, else the one in use. */
export function paneFor({ shown, active }: Panes, sha256: string | null): 0 | 1 {
  const at = shown.findIndex((one) => one.sha256 === sha256);
  return shown[active]?.sha256 === sha256 || at === -1 ? active : at === 0 ? 0 : 1;
}

/** A second pane beside the first one, or only the one in use again. */
export function togglePanes(panes: Panes, second: Shown): Panes {
  const { shown, active } = panes;
  return shown.length === 1 ? { shown: [shown[0], second], active: 1 } : closePane(panes, active === 0 ? 1 : 0);
}

/** What is left when one of two panes is closed. */
export function closePane({ shown: [first, second] }: Panes, index: 0 | 1): Panes {
  return { shown: [index === 0 ? (second ?? first) : first], active: 0 };
}

/** What citing now would cite of a pane: the region drawn, else the page in view, else the row marked or the whole file. */
export function citationOf(shown: Shown, attachments: readonly Attachment[]): Citation | null {
  const sha256 = shown.sha256 ?? attachments.find((one) => one.class === 'form')?.sha256;
  if (sha256 === undefined) {
    return null;
  }
  const region = shown.drawn?.region ?? null;
  const page = shown.drawn?.page ?? shown.page;
  return { sha256, page, region, note: page === null && region === null ? (shown.target?.row ?? '') : '' };
}
