import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PageText } from '#shared/forms/proofs/text-lines.ts';

/** The text of a PDF, or why it can't be read. A scan has pages without text. */
export type PdfText = { readonly state: 'read'; readonly pages: PageText[] } | { readonly state: 'encrypted' | 'corrupt' };

/** Proofs are short; a compilation of regulations may be long. What lies beyond is for eyes. */
const pagesRead = 200;
const charactersRead = 400_000;

/** Reads the text of a PDF, line by line, without drawing anything. The bytes are the library's from then on. */
export async function readPdfText(bytes: Uint8Array): Promise<PdfText> {
  // Loaded at first use: it takes a quarter of a second, and most commands read no PDF.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}${sep}`;
  const task = getDocument({
    data: bytes,
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    cMapUrl: join(home, 'cmaps', sep),
    cMapPacked: true,
    standardFontDataUrl: join(home, 'standard_fonts', sep),
  });
  try {
    const document = await task.promise;
    const pages: PageText[] = [];
    let characters = 0;
    for (let page = 1; page <= Math.min(document.numPages, pagesRead) && characters < charactersRead; page++) {
      const { items } = await (await document.getPage(page)).getTextContent();
      const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
      characters += text.length;
      pages.push({ page, text });
    }
    return { state: 'read', pages };
  } catch (error) {
    return { state: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'corrupt' };
  } finally {
    await task.destroy();
  }
}
