import { classifyAttachment } from '#shared/forms/proofs/classify.ts';
import type { PageText } from '#shared/forms/proofs/text-lines.ts';
import type { AttachmentClass } from '#shared/domain/application.ts';
import type { PhotoFact } from '#shared/domain/facts.ts';
import { readAll, textOf } from '#electron/forms/sheet-grid.ts';
import { readWordGrid } from '#electron/forms/word-grid.ts';
import { officeKind } from '#electron/forms/office-archive.ts';
import { catchRefusal } from '#shared/result.ts';
import { readPdfText } from './pdf-text.ts';
import { readPhoto } from './photo.ts';

/** Why a file can't be read; it is listed all the same. */
export type FileProblem = 'empty' | 'corrupt' | 'encrypted' | 'oversize' | 'legacy' | 'unknown';

/** What a file shows. */
export type Inspection = {
  readonly problem: FileProblem | null;
  readonly pages: readonly PageText[];
  readonly rows: readonly (readonly string[])[];
  readonly photo: Omit<PhotoFact, 'attachment'> | null;
  readonly isImage: boolean;
};

/** Above this a file is not looked into (it travels all the same). */
export const inspectedBytesLimit = 128 * 1024 * 1024;

const nothing: Inspection = { problem: null, pages: [], rows: [], photo: null, isImage: false };

/** What is known of a file that was not looked into. */
export function uninspected(problem: FileProblem | null): Inspection {
  return { ...nothing, problem };
}

/** Looks into one file: its kind by extension and first bytes, its text, its EXIF. */
export async function inspectFile(file: { name: string; bytes: Uint8Array }): Promise<Inspection> {
  if (file.bytes.length === 0) {
    return { ...nothing, problem: 'empty' };
  }
  switch (extensionOf(file.name)) {
    case 'pdf': {
      const text = await readPdfText(file.bytes);
      return text.state === 'read' ? { ...nothing, pages: text.pages } : { ...nothing, problem: text.state };
    }
    case 'jpg':
    case 'jpeg':
      return inspectJpeg(file.bytes);
    case 'png':
      return image(startsWith(file.bytes, '89504e470d0a1a0a'));
    case 'gif':
      return image(startsWith(file.bytes, '474946'));
    case 'bmp':
      return image(startsWith(file.bytes, '424d'));
    case 'webp':
      return image(startsWith(file.bytes, '52494646'));
    case 'tif':
    case 'tiff':
      return image(startsWith(file.bytes, '49492a00') || startsWith(file.bytes, '4d4d002a'));
    case 'docx':
    case 'xlsx':
      return inspectOffice(file);
    case 'doc':
    case 'xls':
    case 'ppt':
    case 'wps':
    case 'et':
      return { ...nothing, problem: 'legacy' };
    case 'txt':
    case 'csv':
      return { ...nothing, pages: [{ page: 1, text: Buffer.from(file.bytes).toString('utf8').slice(0, 100_000) }] };
    default:
      return { ...nothing, problem: 'unknown' };
  }
}

/** The class of an inspected file. */
export function classOf(file: { name: string; inspection: Inspection }): AttachmentClass {
  const { pages, rows, isImage } = file.inspection;
  const text = [...pages.slice(0, 3).map((page) => page.text), ...rows.slice(0, 10).map((row) => row.join(' '))].join('\n');
  return classifyAttachment({ name: file.name, isImage, text });
}

/** The extension in lower case without its dot; '' for none. */
export function extensionOf(name: string): string {
  return (/\.([^./]{1,16})$/u.exec(name)?.[1] ?? '').toLowerCase();
}

function image(whole: boolean): Inspection {
  return { ...nothing, isImage: true, problem: whole ? null : 'corrupt' };
}

async function inspectJpeg(bytes: Uint8Array): Promise<Inspection> {
  const whole =
    startsWith(bytes, 'ffd8ff') && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('ffd9', 'hex'));
  return whole ? { ...nothing, isImage: true, photo: await readPhoto(bytes) } : image(false);
}

async function inspectOffice(file: { name: string; bytes: Uint8Array }): Promise<Inspection> {
  const kind = officeKind(file.bytes);
  const read = await catchRefusal(async (): Promise<Inspection> => {
    if (extensionOf(file.name) === 'xlsx') {
      const rows = (await readAll(file)).flatMap(({ data }) => data.map((row) => row.map((value) => textOf(value))));
      return { ...nothing, rows };
    }
    const { lines } = await readWordGrid(file);
    const rows = lines.map((line) => line.cells.map((cell) => cell.text));
    return { ...nothing, rows, pages: [{ page: 1, text: rows.map((row) => row.join(' ')).join('\n') }] };
  });
  return read.ok ? read.value : { ...nothing, problem: kind === 'ole' ? 'encrypted' : 'corrupt' };
}

function startsWith(bytes: Uint8Array, hexadecimal: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, hexadecimal.length / 2)).toString('hex') === hexadecimal;
}
