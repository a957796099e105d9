import * as fc from 'fast-check';
import type { FormStyle } from '#shared/forms/form-style.ts';

/** Any way in which people fill the form in. */
export const style: fc.Arbitrary<FormStyle> = fc.record({
  box: fc.constantFrom('ticked', 'check', 'square', 'bracket', 'disc', 'behind', 'only'),
  levels: fc.constantFrom('listed', 'short', 'digits', 'named', 'range', 'rows', 'roman'),
  date: fc.constantFrom('chinese', 'dashes', 'dots', 'slashes', 'numerals', 'spaced'),
  digits: fc.constantFrom('ascii', 'full-width'),
  tables: fc.constantFrom('many', 'one'),
  headings: fc.constantFrom('bare', 'numbered', 'bracketed'),
  labels: fc.constantFrom('close', 'spaced', 'colon'),
  regulations: fc.constantFrom('table', 'lines', 'numbered', 'titles'),
  postAndTitle: fc.constantFrom('bracketed', 'slash', 'apart'),
  areas: fc.constantFrom('beside', 'below'),
  areaUnit: fc.constantFrom('平方米', ' m²', '㎡', ''),
  venueName: fc.constantFrom('heading', 'row', 'order'),
  countUnit: fc.constantFrom('', '台', '台（套）'),
  pairs: fc.constantFrom(1, 2),
  sharedField: fc.constantFrom('each', 'merged', 'same'),
  repeatHeaderEvery: fc.constantFrom(null, 5, 10),
  blankRows: fc.constantFrom('none', 'empty', 'numbered'),
  order: fc.constantFrom('notice', 'occupations-first'),
});
