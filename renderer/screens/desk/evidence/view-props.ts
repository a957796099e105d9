import type { Attachment } from '#shared/domain/application.ts';
import type { FileMark } from './paper/use-region.ts';
import type { Shown } from './shown.ts';

export type ShownAttachment = Attachment & { readonly mediaType: string };

/** What the view of a file gets. */
export type ViewProps = {
  readonly attachment: ShownAttachment;
  readonly url: string;
  readonly shown: Shown;
  /** Changes what is said of this pane; ignored when another file is shown by then. */
  readonly onChange: (change: Partial<Shown>) => void;
  /** What the sheet cites of this file. */
  readonly marks: readonly FileMark[];
};
