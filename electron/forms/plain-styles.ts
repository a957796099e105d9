import { walkXml } from './walk-xml.ts';

/**
 * Numbers of formats that are not written into a file because every program in China knows them: dates and times of the day (ECMA-376, part 1,
 * 18.8.30, zh-cn). SheetJS knows them only after it has shown one.
 */
const chineseDates = [27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
const chineseTimes = [32, 33, 34, 35, 55, 56];

/** A workbook of Excel's has at most 65,490 styles and 250 formats; a cell with another is read without. */
const most = { styles: 65_536, formats: 4096 };

/**
 * The styles of a workbook written anew for SheetJS: of all that a style says, only which number format it has, so that dates are known.
 *
 * Refuses (by throwing) `intake/form-unreadable`, `intake/form-too-deep`.
 */
export function plainStyles(file: { name: string; xml: string | null }): string {
  const formats = new Map([
    ...chineseDates.map((id): [number, string] => [id, 'yyyy/m/d']),
    ...chineseTimes.map((id): [number, string] => [id, 'h:mm:ss']),
  ]);
  const styles: string[] = [];
  let part = '';
  if (file.xml !== null) {
    walkXml(
      { name: file.name, xml: file.xml },
      {
        open: ({ localName, depth, attributes }) => {
          if (depth === 2) {
            part = localName;
          }
          const id = Number(/^\d{1,6}$/u.exec(attributes['numFmtId'] ?? '')?.[0] ?? 0);
          if (depth === 3 && part === 'numFmts' && localName === 'numFmt' && formats.size < most.formats) {
            formats.set(id, (attributes['formatCode'] ?? '').replaceAll('"', '&quot;').replaceAll('<', ''));
          } else if (depth === 3 && part === 'cellXfs' && localName === 'xf' && styles.length < most.styles) {
            styles.push(`<xf numFmtId="${id}"/>`);
          }
        },
        close: () => {},
      },
    );
  }
  const written = [...formats].map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`);
  const body = `<numFmts>${written.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs>`;
  return `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${body}</styleSheet>`;
}
