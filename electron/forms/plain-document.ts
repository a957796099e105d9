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
 * The parts of a Word document written anew for mammoth, without formatting, counted together as they go.
 *
 * Refuses (by throwing) `intake/form-unreadable`, `intake/form-too-deep`, `intake/form-too-many-elements`, `intake/form-too-much-text`.
 */
export function plainDocument(file: { name: string }, parts: ReadonlyMap<string, string>): [name: string, xml: string][] {
  const budget = { elements: officeLimits.wordElements, characters: officeLimits.characters };
  return [...parts].map(([part, xml]) => [part, plainPart({ name: file.name, xml }, budget)]);
}

function plainPart(file: { name: string; xml: string }, budget: { elements: number; characters: number }): string {
  const out: string[] = [];
  const push = (text: string): void => {
    budget.characters -= text.length;
    if (budget.characters < 0) {
      throw new RefusedError('intake/form-too-much-text', { name: file.name, limit: officeLimits.characters });
    }
    out.push(text);
  };
  /** The depth of what is being left out. */
  let leftOut: number | null = null;
  walkXml(file, {
    open: ({ name, depth, attributes }) => {
      if (leftOut !== null || formatting.has(name)) {
        leftOut ??= depth;
        return;
      }
      budget.elements--;
      if (budget.elements < 0) {
        throw new RefusedError('intake/form-too-many-elements', { name: file.name, limit: officeLimits.wordElements });
      }
      out.push(`<${name}`);
      for (const [attribute, value] of Object.entries(attributes).filter(([one]) => !one.startsWith('w:rsid'))) {
        push(` ${attribute}="${value.replaceAll('"', '&quot;')}"`);
      }
      out.push('>');
    },
    text: (raw) => {
      if (leftOut === null) {
        push(raw);
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
