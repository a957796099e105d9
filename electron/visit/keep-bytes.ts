import type { Workspace } from '#db/workspace.ts';

/** Puts bytes into the evidence store; durable when it returns. */
export async function keepBytes({ evidence }: Workspace, bytes: Uint8Array): Promise<{ sha256: string; bytes: number }> {
  const writer = evidence.createWriter();
  await writer.write(bytes);
  const stored = await writer.finish();
  return { sha256: stored.sha256, bytes: stored.bytes };
}
