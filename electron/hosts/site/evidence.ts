import type { HostedCore, OpenEvidence } from '../../core/host-services.ts';
import { parseByteRange } from './byte-range.ts';
import { foreignContentPolicy, siteHeaders } from './headers.ts';
import { plainAnswer } from './plain-answer.ts';

const readBytes = 1024 * 1024;

/** What a browser shows without running anything in it, and the ending of its file name. All else is offered as a download. */
const shownTypes: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/bmp': 'bmp',
  'text/plain': 'txt',
};

/** Evidence by its hash, whole or one range. 404 while the workspace is locked, exactly as for unknown evidence. */
export async function answerEvidence(core: Pick<HostedCore, 'openEvidence'>, sha256: string, request: Request): Promise<Response> {
  const evidence = /^[0-9a-f]{64}$/.test(sha256) ? await core.openEvidence(sha256) : null;
  if (evidence === null) {
    return plainAnswer(404);
  }
  const headers = evidenceHeaders(evidence, sha256);
  const range = parseByteRange(request.headers.get('range'), evidence.bytes);
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${evidence.bytes}` } });
  }
  const { first, last } = range === 'whole' ? { first: 0, last: evidence.bytes - 1 } : range;
  headers['content-length'] = String(last - first + 1);
  if (range !== 'whole') {
    headers['content-range'] = `bytes ${first}-${last}/${evidence.bytes}`;
  }
  return new Response(request.method === 'HEAD' || evidence.bytes === 0 ? null : streamOf(evidence, first, last), {
    status: range === 'whole' ? 200 : 206,
    headers,
  });
}

function evidenceHeaders(evidence: OpenEvidence, sha256: string): Record<string, string> {
  const ending = shownTypes[evidence.mediaType];
  return {
    ...siteHeaders(),
    'content-security-policy': foreignContentPolicy,
    'content-type': contentType(evidence.mediaType, ending),
    'content-disposition': ending === undefined ? `attachment; filename="${sha256}.bin"` : `inline; filename="${sha256}.${ending}"`,
    'accept-ranges': 'bytes',
    etag: `"${sha256}"`,
  };
}

function contentType(mediaType: string, ending: string | undefined): string {
  if (ending === undefined) {
    return 'application/octet-stream';
  }
  return mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType;
}

/** Reads a piece only when the receiver has room for it, so that a large file is never in memory whole. */
function streamOf(evidence: OpenEvidence, first: number, last: number): ReadableStream<Uint8Array> {
  let position = first;
  return new ReadableStream(
    {
      async pull(controller) {
        const piece = await evidence.read(position, Math.min(readBytes, last - position + 1));
        position += piece.byteLength;
        controller.enqueue(piece);
        if (position > last) {
          controller.close();
        }
      },
    },
    { highWaterMark: 1 },
  );
}
