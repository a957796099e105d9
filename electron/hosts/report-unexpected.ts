import { ORPCError } from '@orpc/server';

/**
 * Prints a promise that fails with nobody waiting for it, and lives on: it is a bug, but none that is worth what everybody has open.
 * Other people's files are read in processes that do end over such a thing.
 */
export function outliveStrayRejections(): void {
  process.on('unhandledRejection', (reason) => console.error(reason));
}

/**
 * Lets refusals pass and prints everything else, which is a bug: the screen only learns that there was one. Runs around every
 * call of the router, in both hosts; a request that cannot be read is the sender’s fault, and is answered as such without a word here.
 */
export async function reportUnexpected<Answer>({ next }: { next: () => Promise<Answer> }): Promise<Answer> {
  try {
    return await next();
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code === 'INTERNAL_SERVER_ERROR') {
      console.error(error);
    }
    throw error;
  }
}
