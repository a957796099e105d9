import { createHash, randomUUID } from 'node:crypto';
import type { HostedCore } from '#electron/core/host-services.ts';
import { refused } from '#shared/result.ts';

export type StubCore = HostedCore & {
  received: { name: string; relativePath: string; content: string }[];
  evidence: Map<string, StubEvidence>;
};
interface StubEvidence {
  content: Buffer;
  mediaType: string;
}

/** The core as a host sees it, in memory. */
export function createStubCore(): StubCore {
  const received: StubCore['received'] = [];
  const evidence = new Map<string, StubEvidence>();
  return {
    received,
    evidence,
    async registerFile(source) {
      const pieces: Uint8Array[] = [];
      if (source.kind === 'upload') {
        for await (const piece of source.content) {
          pieces.push(piece);
        }
      }
      const content = Buffer.concat(pieces);
      received.push({ name: source.name, relativePath: source.relativePath, content: content.toString() });
      return { id: randomUUID(), name: source.name, path: source.relativePath, bytes: content.byteLength };
    },
    openEvidence(sha256) {
      const found = evidence.get(sha256);
      if (found === undefined) {
        return Promise.resolve(null);
      }
      const { content, mediaType } = found;
      return Promise.resolve({
        bytes: content.byteLength,
        mediaType,
        read: (offset, length) => Promise.resolve(content.subarray(offset, offset + length)),
      });
    },
    openExport(id) {
      return Promise.resolve(
        id === 'one'
          ? {
              name: '成绩 (1).lpscore',
              bytes: 5,
              content: (async function* content() {
                yield Buffer.from('bytes');
              })(),
            }
          : null,
      );
    },
    isOpen: () => false,
    unlock: () => Promise.resolve(refused('workspace/passphrase-wrong')),
    close: () => Promise.resolve(),
  };
}

/** Puts evidence into the stub and returns its hash. */
export function keepEvidence(core: StubCore, content: Buffer, mediaType: string): string {
  const sha256 = createHash('sha256').update(content).digest('hex');
  core.evidence.set(sha256, { content, mediaType });
  return sha256;
}
