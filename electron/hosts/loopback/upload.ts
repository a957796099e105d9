import type { IncomingMessage } from 'node:http';
import { RefusedError } from '#shared/result.ts';
import * as z from 'zod';
import type { HostedCore } from '../../core/host-services.ts';
import { siteHeaders } from '../site/headers.ts';
import { plainAnswer } from '../site/plain-answer.ts';

const uploadSchema = z.object({ name: z.string().min(1).max(255), path: z.string().max(4000).nullable() });

/** `POST /files?name=&path=`: the body, streamed, becomes a file the core knows. Answers 201 with its FileRef, 409 with a refusal. */
export async function answerUpload(core: Pick<HostedCore, 'registerFile'>, request: IncomingMessage): Promise<Response> {
  const { searchParams } = new URL(request.url ?? '/', 'http://linping');
  const upload = uploadSchema.safeParse({ name: searchParams.get('name'), path: searchParams.get('path') });
  if (!upload.success) {
    return plainAnswer(400);
  }
  const { name, path } = upload.data;
  const relativePath = path === null || path === '' ? name : path;
  try {
    const file = await core.registerFile({ kind: 'upload', content: request, name, relativePath });
    return Response.json(file, { status: 201, headers: siteHeaders() });
  } catch (error) {
    if (error instanceof RefusedError) {
      return Response.json(error.refusal, { status: 409, headers: { ...siteHeaders(), connection: 'close' } });
    }
    throw error;
  }
}
