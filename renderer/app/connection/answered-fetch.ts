import { ConnectionLost } from './connection-lost.ts';

type Fetch = (request: Request | string, init?: RequestInit) => Promise<Response>;

/**
 * `fetch` from our own host, which says so when nobody answers: then, when the host does not know this page (401), and when it ends in the
 * middle of an answer, `onLost` is called and the call fails with ConnectionLost. A call that was given up by its caller is none of these.
 */
export function answeredFetch(onLost: () => void): Fetch {
  const lost = (): ConnectionLost => {
    onLost();
    return new ConnectionLost();
  };
  return async (request, init) => {
    const signal = init?.signal ?? (request instanceof Request ? request.signal : undefined);
    let answer: Response;
    try {
      answer = await fetch(request, init);
    } catch (error) {
      throw signal?.aborted === true ? error : lost();
    }
    if (answer.status === 401) {
      throw lost();
    }
    return answer.body === null
      ? answer
      : new Response(
          toItsEnd(answer.body, (error) => (signal?.aborted === true ? error : lost())),
          answer,
        );
  };
}

/** The same bytes; an error on the way becomes what `onError` makes of it. */
function toItsEnd(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onError: (error: unknown) => unknown,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) {
          controller.close();
        } else {
          controller.enqueue(value);
        }
      } catch (error) {
        controller.error(onError(error));
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
