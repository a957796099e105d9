import type { PDFDocumentProxy } from 'pdfjs-dist';
import { getDocument, GlobalWorkerOptions } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- Vite makes the address of the file its default export
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useState } from 'react';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Where the build puts what PDF.js loads while it reads (vite.config.ts). */
const own = (folder: string) => new URL(`pdfjs/${folder}/`, new URL('.', document.baseURI)).href;

export type OpenedPdf =
  | { readonly kind: 'loading' | 'broken' }
  | { readonly kind: 'open'; readonly document: PDFDocumentProxy; readonly firstPage: { readonly width: number; readonly height: number } };

/** Opens a PDF from the page's own origin, by ranges; nothing is fetched from elsewhere and nothing in it runs. */
export function usePdf(url: string): OpenedPdf {
  const [opened, setOpened] = useState<OpenedPdf>({ kind: 'loading' });
  useEffect(() => {
    let gone = false;
    const task = getDocument({
      url,
      cMapUrl: own('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: own('standard_fonts'),
      wasmUrl: own('wasm'),
      iccUrl: own('iccs'),
      enableXfa: false,
      disableAutoFetch: true,
    });
    const open = async () => {
      const document = await task.promise;
      const page = await document.getPage(1);
      const { width, height } = page.getViewport({ scale: 1 });
      if (!gone) {
        setOpened({ kind: 'open', document, firstPage: { width, height } });
      }
    };
    open().catch(() => {
      if (!gone) {
        setOpened({ kind: 'broken' });
      }
    });
    return () => {
      gone = true;
      void task.destroy();
    };
  }, [url]);
  return opened;
}
