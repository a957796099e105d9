import { Parser } from 'saxen';
import { RefusedError } from '#shared/result.ts';
import { officeLimits } from './office-limits.ts';

export type XmlElement = {
  /** As it stands, with its prefix. */
  readonly name: string;
  /** Without its prefix. */
  readonly localName: string;
  /** 1 for the outermost. */
  readonly depth: number;
  /** By their names with prefixes; the values as they stand, with their entities. */
  readonly attributes: Readonly<Record<string, string>>;
};

export type XmlHandlers = {
  readonly open: (element: XmlElement) => void;
  /** The text as it stands, with its entities; what a CDATA section holds comes with entities too. */
  readonly text?: (raw: string) => void;
  readonly close: (element: { readonly name: string; readonly localName: string; readonly depth: number }) => void;
};

/**
 * Walks through a part of an Office file once, in time that grows with its length alone: comments and instructions are left out, elements are
 * counted in depth and attributes before anything else parses them. A document type is never read: Office files have none (ECMA-376, part 2), and
 * it is where entities are declared.
 *
 * Refuses (by throwing) `intake/form-unreadable` and `intake/form-too-deep`, and whatever the handlers refuse.
 */
export function walkXml({ name, xml }: { name: string; xml: string }, handlers: XmlHandlers): void {
  const unreadable = (): never => {
    throw new RefusedError('intake/form-unreadable', { name });
  };
  let depth = 0;
  const parser = new Parser()
    .on('error', unreadable)
    .on('warn', unreadable)
    .on('attention', unreadable)
    .on('openTag', (tag, read) => {
      depth++;
      const attributes = read();
      if (depth > officeLimits.depth || Object.keys(attributes).length > officeLimits.attributes) {
        throw new RefusedError('intake/form-too-deep', { name, limit: officeLimits.depth });
      }
      handlers.open({ name: tag, localName: localOf(tag), depth, attributes });
    })
    .on('closeTag', (tag) => {
      handlers.close({ name: tag, localName: localOf(tag), depth });
      depth--;
    });
  if (handlers.text !== undefined) {
    const { text } = handlers;
    parser.on('text', text).on('cdata', (verbatim) => text(escapedXml(verbatim)));
  }
  parser.parse(xml);
}

/** A text with what XML reserves written as entities. */
export function escapedXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The text that a raw one of XML stands for. */
export function unescapedXml(raw: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  return raw.replaceAll(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/giu, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal === undefined ? (hex === undefined ? null : Number.parseInt(hex, 16)) : Number(decimal);
    return code === null ? (named[name ?? ''] ?? whole) : code > 0x10ffff ? '' : String.fromCodePoint(code);
  });
}

function localOf(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
