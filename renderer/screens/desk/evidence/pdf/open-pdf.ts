import type { PDFDocumentProxy } from 'pdfjs-dist';
import { getDocument, GlobalWorkerOptions, InvalidPDFException, PDFWorker, ResponseException } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- Vite makes the address of the file its default export
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useState } from 'react';
import type { Size } from '../paper/size.ts';
import { PdfTexts } from './pdf-texts.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/**
 * A worker that is ready before a PDF is opened: starting one takes longer than reading a page. Each PDF has its own, so that one
 * that hangs takes no other with it.
 */
let spare = new PDFWorker();

function takeWorker(): PDFWorker {
  const taken = spare;
  spare = new PDFWorker();
  return taken;
}

/** Where the build puts what PDF.js loads while it reads (vite.config.ts). */
const own = (folder: string) => new URL(`pdfjs/${folder}/`, new URL('.', document.baseURI)).href;

export type OpenPdf = {
  readonly document: PDFDocumentProxy;
  readonly texts: PdfTexts;
  /** Of the first page, at scale 1: what the others are taken for until they are read. */
  readonly firstPage: Size;
};

/** Why a PDF can't be shown. */
export type PdfFailure = 'encrypted' | 'corrupt' | 'gone' | 'unknown';

export type PdfState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly why: PdfFailure }
  | { readonly kind: 'open'; readonly pdf: OpenPdf };

/** Opens a PDF from the page's own origin, by ranges; nothing is fetched from elsewhere and nothing in it runs. */
export function usePdf(url: string): PdfState {
  const [state, setState] = useState<PdfState>({ kind: 'loading' });
  useEffect(() => {
    let gone = false;
    let loaded = false;
    const worker = takeWorker();
    const task = getDocument({
      url,
      worker,
      cMapUrl: own('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: own('standard_fonts'),
      wasmUrl: own('wasm'),
      iccUrl: own('iccs'),
      enableXfa: false,
      // Only what is looked at is read: without both of these a 200 MB file would come over whole.
      disableAutoFetch: true,
      disableStream: true,
      rangeChunkSize: 256 * 1024,
    });
    const open = async () => {
      const document = await task.promise;
      loaded = true;
      const page = await document.getPage(1);
      const { width, height } = page.getViewport({ scale: 1 });
      if (!gone) {
        setState({ kind: 'open', pdf: { document, texts: new PdfTexts(document), firstPage: { width, height } } });
      }
    };
    open().catch((error: unknown) => {
      if (!gone) {
        setState({ kind: 'failed', why: failureOf(error) });
      }
    });
    return () => {
      gone = true;
      if (!loaded) {
        // A worker that is told to stop in the middle of loading throws; one that is ended says nothing.
        worker.destroy();
      }
      // What was under way in it fails by that; nobody waits for it any more.
      task
        .destroy()
        .catch(() => {})
        .finally(() => worker.destroy());
    };
  }, [url]);
  return state;
}

function failureOf(error: unknown): PdfFailure {
  if (error instanceof InvalidPDFException) {
    return 'corrupt';
  }
  if (error instanceof ResponseException) {
    return 'gone';
  }
  // The library doesn't export this one's class.
  return error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'unknown';
}
