import type { HostedCore } from '../../core/host-services.ts';
import { foreignContentPolicy, siteHeaders } from './headers.ts';
import { plainAnswer } from './plain-answer.ts';

/** A file the core has made, as a download under its own name. */
export async function answerExport(core: Pick<HostedCore, 'openExport'>, id: string, request: Request): Promise<Response> {
  const file = /^[\w-]{1,100}$/.test(id) ? await core.openExport(id) : null;
  if (file === null) {
    return plainAnswer(404);
  }
  const headers = {
    ...siteHeaders(),
    'content-security-policy': foreignContentPolicy,
    'content-type': 'application/octet-stream',
    'content-length': String(file.bytes),
    'content-disposition': attachment(file.name),
  };
  if (request.method === 'HEAD') {
    await file.content[Symbol.asyncIterator]().return?.();
    return new Response(null, { headers });
  }
  return new Response(streamOf(file.content), { headers });
}

/** RFC 6266 with the RFC 8187 form, since names are Chinese; the plain form is for programs that know only that. */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w.-]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function streamOf(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const pieces = content[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const piece = await pieces.next();
        if (piece.done === true) {
          controller.close();
        } else {
          controller.enqueue(piece.value);
        }
      },
      async cancel() {
        await pieces.return?.();
      },
    },
    { highWaterMark: 1 },
  );
}
