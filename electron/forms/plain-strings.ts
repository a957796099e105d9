import { RefusedError } from '#shared/result.ts';
import { officeLimits } from './office-limits.ts';
import { walkXml } from './walk-xml.ts';

/**
 * The table of shared strings written anew for SheetJS: each as one text, without fonts and reading aids, also the empty ones that it would
 * pass over (and give every later cell the text of its neighbour). `lengths` holds how many characters each has.
 *
 * Refuses (by throwing) `intake/form-unreadable`, `intake/form-too-deep`, `intake/form-too-many-cells`.
 */
export function plainStrings(file: { name: string; xml: string | null }): { xml: string; lengths: number[] } {
  const out: string[] = [];
  const lengths: number[] = [];
  let text = '';
  let isText = false;
  let phonetic: number | null = null;
  if (file.xml !== null) {
    walkXml(
      { name: file.name, xml: file.xml },
      {
        open: ({ localName, depth }) => {
          if (depth === 2) {
            text = '';
          } else if (localName === 'rPh') {
            phonetic = depth;
          }
          isText = depth > 2 && localName === 't' && phonetic === null;
        },
        text: (raw) => {
          text += isText ? raw : '';
        },
        close: ({ localName, depth }) => {
          isText = false;
          if (depth === phonetic) {
            phonetic = null;
          }
          if (depth === 2 && localName === 'si') {
            out.push(`<si><t>${text}</t></si>`);
            lengths.push(text.length);
            if (lengths.length > officeLimits.cells) {
              throw new RefusedError('intake/form-too-many-cells', { name: file.name, limit: officeLimits.cells });
            }
          }
        },
      },
    );
  }
  return { xml: `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${out.join('')}</sst>`, lengths };
}
