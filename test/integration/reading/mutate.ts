import { deflateSync, inflateSync } from 'node:zlib';
import type { Dice } from '#electron/rehearsal/applicants/dice.ts';
import { unpackOffice } from '#electron/forms/office-archive.ts';
import { packParts } from '#electron/forms/pack-parts.ts';

/** Something that is done to a file by dice. */
export type Mutation = (bytes: Buffer, dice: Dice) => Buffer | Promise<Buffer>;

/** How much a mutant may be larger than what it was made from. */
const growthLimit = 24 * 1024 * 1024;

const numbers = [
  '0',
  '-1',
  '1',
  '255',
  '65535',
  '65536',
  '1048576',
  '1048577',
  '2147483647',
  '4294967295',
  '99999999999',
  '1e308',
  '0.1',
  'NaN',
];
const words = [
  '',
  ' ',
  'A1',
  'XFD1048576',
  'A1:XFD1048576',
  'A0',
  '../../x',
  '&#0;',
  '&#x10FFFF;',
  '&amp;',
  '&b;',
  '<',
  '>',
  '"',
  '示',
  '\u202e',
  '__proto__',
];

/** Bytes changed, cut out, repeated, moved, cut off, without a thought of what they mean. */
export function anyBytes(bytes: Buffer, dice: Dice): Buffer {
  let mutant: Buffer = Buffer.from(bytes);
  for (let times = dice.between(1, 8); times > 0 && mutant.length > 0; times--) {
    mutant = changedSomewhere(mutant, dice);
  }
  return mutant;
}

function changedSomewhere(mutant: Buffer, dice: Dice): Buffer {
  const at = dice.between(0, mutant.length - 1);
  const end = Math.min(mutant.length, at + dice.between(1, 2 ** dice.between(0, 12)));
  const [before, piece, after] = [mutant.subarray(0, at), mutant.subarray(at, end), mutant.subarray(end)];
  switch (dice.between(0, 6)) {
    case 0:
      mutant.writeUInt8(dice.between(0, 255), at);
      return mutant;
    case 1:
      mutant.writeUInt8(mutant.readUInt8(at) ^ (1 << dice.between(0, 7)), at);
      return mutant;
    case 2:
      return Buffer.concat([before, after]);
    case 3:
      return Buffer.concat([before, ...Array.from({ length: repeats(piece.length, dice) }, () => piece), after]);
    case 4:
      return Buffer.concat([before, Buffer.alloc(piece.length, dice.pick([0, 0xff, 0x20, 0x3c])), after]);
    case 5:
      return dice.between(0, 3) === 0 ? Buffer.from(before) : Buffer.concat([before, Buffer.from(dice.pick(numbers), 'latin1'), after]);
    default: {
      const elsewhere = dice.between(0, before.length);
      return Buffer.concat([before.subarray(0, elsewhere), piece, before.subarray(elsewhere), after]);
    }
  }
}

/** How often a piece is repeated: mostly a few times, now and then as often as the limit lets it. */
function repeats(length: number, dice: Dice): number {
  return Math.max(1, Math.min(2 ** dice.between(1, 20), Math.floor(growthLimit / Math.max(1, length))));
}

/** An Office file whose parts are changed as XML and packed again. */
export const officeParts: Mutation = async (bytes, dice) => {
  const parts = [...(await unpackOffice({ name: 'original', bytes, wanted: (part) => /\.(?:xml|rels)$/u.test(part) }))];
  for (let times = dice.between(1, 4); times > 0; times--) {
    // The largest part says the most.
    const chosen = dice.between(0, 2) === 0 ? dice.pick(parts) : parts.toSorted(([, one], [, other]) => other.length - one.length)[0];
    const index = parts.findIndex((part) => part === chosen);
    parts[index] = [chosen?.[0] ?? '', changedXml(chosen?.[1] ?? '', dice)];
  }
  if (dice.between(0, 19) === 0) {
    parts.splice(dice.between(0, parts.length - 1), 1);
  }
  if (dice.between(0, 19) === 0) {
    parts.push(dice.pick(parts));
  }
  const packed = await packParts(parts, 6);
  return dice.between(0, 9) === 0 ? anyBytes(packed, dice) : packed;
};

function changedXml(xml: string, dice: Dice): string {
  const at = dice.between(0, Math.max(0, xml.length - 1));
  const start = xml.indexOf('<', at);
  const end = start === -1 ? -1 : endOfElement(xml, start);
  const element = start === -1 || end === -1 ? '' : xml.slice(start, end);
  const around = (piece: string): string => (element === '' ? xml : xml.slice(0, start) + piece + xml.slice(end));
  switch (dice.between(0, 10)) {
    case 0:
      return around('');
    case 1:
      return around(element.repeat(repeats(element.length, dice)));
    case 2: {
      const depth = Math.min(2 ** dice.between(1, 14), repeats(element.length + 10, dice));
      const name = /^<([^\s/>]+)/u.exec(element)?.[1] ?? 'a';
      return around(`<${name}>`.repeat(depth) + element + `</${name}>`.repeat(depth));
    }
    case 3:
    case 4:
      return element === '' ? xml : xml.slice(0, start) + withAttribute(element, dice) + xml.slice(end);
    case 5:
      return element === ''
        ? xml
        : xml.slice(0, start) + element.replace(/>([^<]*)</u, `>${dice.pick([...numbers, ...words])}<`) + xml.slice(end);
    case 6:
      return element === ''
        ? xml
        : xml.slice(0, start) +
            element.replace(/>([^<]*)</u, `>${dice.pick(['长', ' ', '9', 'ab']).repeat(2 ** dice.between(4, 22))}<`) +
            xml.slice(end);
    case 7:
      return (
        xml.slice(0, at) +
        dice.pick(['<!DOCTYPE a [<!ENTITY b "c">]>', '<!--', '-->', '<![CDATA[', ']]>', '<?x', '<a', '</a>', '&']) +
        xml.slice(at)
      );
    case 8: {
      const other = xml.indexOf('<', dice.between(0, Math.max(0, xml.length - 1)));
      return other === -1 || (other > start && other < end) ? xml : xml.slice(0, other) + element + xml.slice(other);
    }
    case 9:
      return element === ''
        ? xml
        : xml.slice(0, start) +
            element.replace(/^<[^\s/>]+/u, dice.pick(['<c', '<row', '<w:tbl', '<w:p', '<mergeCell', '<x'])) +
            xml.slice(end);
    default:
      return dice.between(0, 3) === 0 ? xml.slice(0, at) : xml;
  }
}

function withAttribute(element: string, dice: Dice): string {
  const value = dice.pick([...numbers, ...words]);
  return /^<[^>]*="/u.test(element)
    ? element.replace(/^(<[^>]*?=")[^"]*"/u, (_, before: string) => `${before}${value}"`)
    : element.replace(/^<[^\s/>]+/u, (name) => `${name} r="${value}"`);
}

/** Where the element that begins at `start` ends; -1: it doesn't. */
function endOfElement(xml: string, start: number): number {
  const tag = /<(\/?)([^\s/>!?]+)[^>]*?(\/?)>/gu;
  tag.lastIndex = start;
  let depth = 0;
  for (let found = tag.exec(xml); found !== null && found.index - start < 200_000; found = tag.exec(xml)) {
    depth += found[1] === '/' ? -1 : found[3] === '/' ? 0 : 1;
    if (depth <= 0) {
      return tag.lastIndex;
    }
  }
  return -1;
}

/** A PDF whose objects and streams are changed as such: numbers, references, names, and the contents of packed streams. */
export const pdfObjects: Mutation = (bytes, dice) => {
  let text = bytes.toString('latin1');
  for (let times = dice.between(1, 5); times > 0; times--) {
    text = dice.between(0, 1) === 0 ? withStream(text, dice) : withToken(text, dice);
  }
  return Buffer.from(text, 'latin1');
};

function withToken(text: string, dice: Dice): string {
  const pattern = dice.pick([/\b\d+ 0 R/gu, /\/[A-Z][A-Za-z]+/gu, /\b\d+\b/gu, /<<[^<>]{0,400}>>/gu, /\d+ 0 obj[^]{0,2000}?endobj/gu]);
  const from = dice.between(0, text.length);
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  if (found === null) {
    return text;
  }
  const piece = found[0];
  const another = [...text.slice(0, 50_000).matchAll(pattern)].map(([one]) => one);
  const replacement = dice.pick([
    ...numbers.slice(0, 12),
    '',
    piece.repeat(Math.min(200, repeats(piece.length, dice))),
    ...(another.length === 0 ? [] : [dice.pick(another)]),
  ]);
  return text.slice(0, found.index) + replacement + text.slice(found.index + piece.length);
}

function withStream(text: string, dice: Dice): string {
  const streams = [...text.matchAll(/stream\r?\n([^]*?)\r?\nendstream/gu)];
  if (streams.length === 0) {
    return text;
  }
  const { 0: whole, 1: packed = '', index } = dice.pick(streams);
  const at = index + whole.indexOf(packed);
  const contents = unpacked(packed);
  const changed = contents === null ? anyBytes(Buffer.from(packed, 'latin1'), dice) : deflateSync(anyBytes(contents, dice));
  return text.slice(0, at) + changed.toString('latin1') + text.slice(at + packed.length);
}

function unpacked(packed: string): Buffer | null {
  try {
    return inflateSync(Buffer.from(packed, 'latin1'), { maxOutputLength: 1024 * 1024 });
  } catch {
    return null;
  }
}

/** A JPEG whose segments are changed as such: sizes, lengths, tables, EXIF, their order and number. */
export const jpegSegments: Mutation = (bytes, dice) => {
  let segments = segmentsOf(bytes);
  for (let times = dice.between(1, 4); times > 0; times--) {
    const index = dice.between(0, segments.length - 1);
    const segment = Buffer.from(segments[index] ?? Buffer.alloc(0));
    switch (dice.between(0, 4)) {
      case 0:
        segments = segments.toSpliced(index, 1);
        break;
      case 1:
        segments = segments.toSpliced(index, 0, ...Array.from({ length: Math.min(2000, repeats(segment.length, dice)) }, () => segment));
        break;
      case 2:
        // Height and width of a frame, the length of any segment.
        [2, 5, 7]
          .filter((place) => place + 2 <= segment.length)
          .forEach((place) => segment.writeUInt16BE(dice.pick([0, 1, 8, 4096, 30_000, 65_535]), place));
        segments = segments.with(index, segment);
        break;
      case 3:
        if (segment.length > 1) {
          segment.writeUInt8(dice.pick([0xc0, 0xc1, 0xc2, 0xc4, 0xda, 0xdd, 0xe1]), 1);
        }
        segments = segments.with(index, segment);
        break;
      default:
        segments = segments.with(index, anyBytes(segment, dice));
    }
    if (segments.length === 0) {
      return Buffer.from('ffd8ffd9', 'hex');
    }
  }
  return Buffer.concat(segments);
};

/** A JPEG's segments; the scan with what comes behind it is the last. */
function segmentsOf(bytes: Buffer): Buffer[] {
  const segments = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    segments.push(bytes.subarray(at, end));
    at = end;
  }
  return [...segments, bytes.subarray(at)];
}
