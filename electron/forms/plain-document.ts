import { RefusedError } from '#shared/result.ts';
import { officeLimits } from './office-limits.ts';
import { walkXml } from './walk-xml.ts';

/**
 * What is in a Word document and says nothing: how things look, marks of the editor, and the newer of two ways to draw a thing, which mammoth
 * passes over. mammoth holds 2 KB in memory for each element.
 */
const formatting = new Set([
  'mc:Choice',
  ...`
    proofErr bookmarkStart bookmarkEnd lastRenderedPageBreak sectPr tblPr tblPrEx tblGrid trHeight cantSplit tcW tcBorders
    tcMar vAlign noWrap textDirection hideMark tcFitText pStyle numPr spacing ind jc snapToGrid widowControl pBdr tabs
    kinsoku overflowPunct wordWrap autoSpaceDE autoSpaceDN adjustRightInd topLinePunct keepNext keepLines outlineLvl
    textAlignment shd rStyle sz szCs color lang kern b bCs i iCs u position highlight noProof vertAlign
  `
    .trim()
    .split(/\s+/u)
    .map((name) => `w:${name}`),
]);

/**
 * A part of a Word document written anew for mammoth, without its formatting, counted as it goes.
 *
 * Refuses (by throwing) `intake/form-unreadable`, `intake/form-too-deep`, `intake/form-too-many-elements`.
 */
export function plainDocument(file: { name: string; xml: string }): string {
  const out: string[] = [];
  let elements = 0;
  /** The depth of what is being left out. */
  let leftOut: number | null = null;
  walkXml(file, {
    open: ({ name, depth, attributes }) => {
      if (leftOut !== null || formatting.has(name)) {
        leftOut ??= depth;
        return;
      }
      elements++;
      if (elements > officeLimits.wordElements) {
        throw new RefusedError('intake/form-too-many-elements', { name: file.name, limit: officeLimits.wordElements });
      }
      const kept = Object.entries(attributes).filter(([attribute]) => !attribute.startsWith('w:rsid'));
      out.push(`<${name}${kept.map(([attribute, value]) => ` ${attribute}="${value.replaceAll('"', '&quot;')}"`).join('')}>`);
    },
    text: (raw) => {
      if (leftOut === null) {
        out.push(raw);
      }
    },
    close: ({ name, depth }) => {
      if (leftOut === null) {
        out.push(`</${name}>`);
      } else if (leftOut === depth) {
        leftOut = null;
      }
    },
  });
  return out.join('');
}
