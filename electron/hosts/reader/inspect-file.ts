import type { AttachmentClass } from '#shared/domain/application.ts';
import type { FileProblem } from '#shared/domain/file-problem.ts';
import { classifyAttachment } from '#shared/forms/proofs/classify.ts';
import { catchRefusal } from '#shared/result.ts';
import { officeKind } from '../../forms/office-archive.ts';
import { readSheetRows } from '../../forms/sheet-grid.ts';
import { readWordGrid } from '../../forms/word-grid.ts';
import { type Contents, factsOfFile, noFileFacts } from '../../reading/file-facts.ts';
import { extensionOf } from '../../reading/extension.ts';
import type { Inspection } from '../../reading/jobs.ts';
import { readPdfText } from '../../reading/pdf-text.ts';
import { readPhoto } from '../../reading/photo.ts';
import { picturePixelsLimit, pictureSize } from '../../reading/picture-size.ts';
import { pictureTypeOf } from '../../reading/picture-type.ts';

type File = { readonly name: string; readonly sha256: string; readonly bytes: Uint8Array };
type Found = Contents & { readonly problem: FileProblem | null; readonly isImage: boolean };

const nothing: Found = { problem: null, pages: [], rows: [], photo: null, isImage: false };

/** Looks into one attachment: its kind by extension and first bytes, its text, its EXIF; `as` is its class where a person or a bundle says it. */
export async function inspectFile(file: File, as: AttachmentClass | null): Promise<Inspection> {
  const found = await look(file);
  const known = as ?? classOf(file, found);
  const facts = found.problem === null ? factsOfFile({ attachment: file.sha256, as: known, contents: found }) : noFileFacts;
  return { problem: found.problem, class: known, facts };
}

async function look(file: File): Promise<Found> {
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
      return lookAtJpeg(file.bytes);
    case 'png':
      return image(file.bytes, 'image/png');
    case 'gif':
      return image(file.bytes, 'image/gif');
    case 'bmp':
      return image(file.bytes, 'image/bmp');
    case 'webp':
      return image(file.bytes, 'image/webp');
    case 'tif':
    case 'tiff':
      return image(file.bytes, 'image/tiff');
    case 'docx':
    case 'xlsx':
      return lookIntoOffice(file);
    case 'doc':
    case 'xls':
    case 'ppt':
    case 'wps':
    case 'et':
      return { ...nothing, problem: 'legacy' };
    case 'txt':
    case 'csv':
      return { ...nothing, pages: [{ page: 1, text: Buffer.from(file.bytes.subarray(0, 400_000)).toString('utf8').slice(0, 100_000) }] };
    default:
      return { ...nothing, problem: 'unknown' };
  }
}

function classOf(file: File, { pages, rows, isImage }: Found): AttachmentClass {
  const text = [...pages.slice(0, 3).map((page) => page.text), ...rows.slice(0, 10).map((row) => row.join(' '))].join('\n');
  return classifyAttachment({ name: file.name, isImage, text });
}

async function image(bytes: Uint8Array, type: string): Promise<Found> {
  if ((await pictureTypeOf(bytes)) !== type) {
    return { ...nothing, isImage: true, problem: 'corrupt' };
  }
  const size = pictureSize(bytes);
  return { ...nothing, isImage: true, problem: size !== null && size.width * size.height > picturePixelsLimit ? 'picture-size' : null };
}

async function lookAtJpeg(bytes: Uint8Array): Promise<Found> {
  const seen = await image(bytes, 'image/jpeg');
  if (seen.problem !== null || !Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('ffd9', 'hex'))) {
    return { ...seen, problem: seen.problem ?? 'corrupt' };
  }
  return { ...seen, photo: await readPhoto(bytes) };
}

async function lookIntoOffice(file: File): Promise<Found> {
  const kind = officeKind(file.bytes);
  const read = await catchRefusal(async (): Promise<Found> => {
    if (extensionOf(file.name) === 'xlsx') {
      return { ...nothing, rows: await readSheetRows(file) };
    }
    const { lines } = await readWordGrid(file);
    const rows = lines.map((line) => line.cells.map((cell) => cell.text));
    return { ...nothing, rows, pages: [{ page: 1, text: rows.map((row) => row.join(' ')).join('\n') }] };
  });
  if (read.ok) {
    return read.value;
  }
  const isTooMuch = read.refusal.code.startsWith('intake/form-too-');
  return { ...nothing, problem: isTooMuch ? 'too-much' : kind === 'ole' ? 'encrypted' : 'corrupt' };
}
