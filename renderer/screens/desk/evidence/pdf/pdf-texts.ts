import type { PDFDocumentProxy } from 'pdfjs-dist';

type TextContent = Awaited<ReturnType<Awaited<ReturnType<PDFDocumentProxy['getPage']>>['getTextContent']>>;

/** A page's text as one string, and where in it each piece that the page draws begins. */
export type PageText = { readonly content: TextContent; readonly text: string; readonly starts: readonly number[] };

/** The texts of a PDF's pages, each read once, when it is first wanted. */
export class PdfTexts {
  readonly #document: PDFDocumentProxy;
  readonly #pages = new Map<number, Promise<PageText>>();

  constructor(document: PDFDocumentProxy) {
    this.#document = document;
  }

  /** The text of a page, counted from 1. */
  page(number: number): Promise<PageText> {
    const known = this.#pages.get(number) ?? this.#read(number);
    this.#pages.set(number, known);
    return known;
  }

  async #read(number: number): Promise<PageText> {
    const page = await this.#document.getPage(number);
    // As it stands, so that places in it are places in what the page draws.
    const content = await page.getTextContent({ disableNormalization: true });
    const starts: number[] = [];
    let text = '';
    for (const item of content.items) {
      if ('str' in item) {
        starts.push(text.length);
        text += item.hasEOL ? `${item.str}\n` : item.str;
      }
    }
    return { content, text, starts };
  }
}
