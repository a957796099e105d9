import type { Attachment } from '#shared/domain/application.ts';
import type { ApplicationFacts } from '#shared/domain/facts.ts';
import { factsOfFiles, type FileFacts } from '../reading/file-facts.ts';
import { extensionOf } from '../reading/extension.ts';
import { inspect } from '../reading/inspect.ts';
import type { Readers } from '../reading/readers.ts';
import { SideBySide } from '../reading/side-by-side.ts';

/** The kinds that can say something; of other pictures only the presence is known. */
const readExtensions = new Set(['pdf', 'jpg', 'jpeg', 'docx', 'xlsx', 'txt', 'csv']);

/**
 * Reads again what an application's attachments say, from the bytes in its bundle: facts are no part of the signed document,
 * anyone can derive them. `open` gives the contents of one attachment, anew each time. One that can't be read says nothing. Throws a
 * refusal `reading/unavailable` and the signal's reason.
 */
export async function readFacts(
  attachments: readonly Attachment[],
  {
    open,
    readers,
    signal,
  }: { open: (attachment: Attachment) => AsyncIterable<Uint8Array>; readers: Readers; signal?: AbortSignal | undefined },
): Promise<ApplicationFacts> {
  const facts = new Map<Attachment, FileFacts>();
  const reading = new SideBySide({ count: readers.count + 1, bytes: Number.POSITIVE_INFINITY });
  for (const attachment of attachments) {
    if (attachment.problem === null && attachment.class !== 'form' && readExtensions.has(extensionOf(attachment.name))) {
      const file = { ...attachment, open: () => open(attachment) };
      await reading.start(0, async () => {
        facts.set(attachment, (await inspect(readers, { file, as: attachment.class }, signal)).facts);
      });
    }
  }
  await reading.done();
  return factsOfFiles(attachments.flatMap((attachment) => facts.get(attachment) ?? []));
}
