/** How a form is filled in: the notice's own way is {@link plainStyle}, the others are those of real people. */
export type FormStyle = {
  readonly box: 'ticked' | 'check' | 'square' | 'bracket' | 'disc' | 'behind' | 'only';
  readonly levels: 'listed' | 'short' | 'digits' | 'named' | 'range' | 'rows' | 'roman';
  readonly date: 'chinese' | 'dashes' | 'dots' | 'slashes' | 'numerals' | 'spaced';
  readonly digits: 'ascii' | 'full-width';
  /** `one` is the notice's layout: a single table with headings in merged rows. */
  readonly tables: 'many' | 'one';
  readonly headings: 'bare' | 'numbered' | 'bracketed';
  readonly labels: 'close' | 'spaced' | 'colon';
  readonly regulations: 'table' | 'lines' | 'numbered' | 'titles';
  readonly postAndTitle: 'bracketed' | 'slash' | 'apart';
  readonly areas: 'beside' | 'below';
  readonly areaUnit: '平方米' | ' m²' | '㎡' | '';
  readonly venueName: 'heading' | 'row' | 'order';
  readonly countUnit: '' | '台' | '台（套）';
  readonly pairs: 1 | 2;
  /** A field shared by neighbouring rows: written each time, merged, or 同上. */
  readonly sharedField: 'each' | 'merged' | 'same';
  readonly repeatHeaderEvery: number | null;
  readonly blankRows: 'none' | 'empty' | 'numbered';
  readonly order: 'notice' | 'occupations-first';
};

/** As the notice's own form is filled in by a careful person. */
export const plainStyle: FormStyle = {
  box: 'ticked',
  levels: 'listed',
  date: 'chinese',
  digits: 'ascii',
  tables: 'many',
  headings: 'bare',
  labels: 'close',
  regulations: 'table',
  postAndTitle: 'bracketed',
  areas: 'beside',
  areaUnit: '平方米',
  venueName: 'heading',
  countUnit: '',
  pairs: 2,
  sharedField: 'each',
  repeatHeaderEvery: null,
  blankRows: 'none',
  order: 'notice',
};
