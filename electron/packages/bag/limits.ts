/** Caps on what an untrusted package may ask of this machine; all far above what a real round needs. */
export const bagLimits = {
  files: 50_000,
  nameBytes: 512,
  /** Segments of a path, the bag's own folder included: `<name>/data/inputs/<sha256>/signatures/<key id>.jws` has six. */
  depth: 6,
  documentBytes: 64 * 1024 * 1024,
  manifestBytes: 16 * 1024 * 1024,
  tagFileBytes: 64 * 1024,
  signatureBytes: 4 * 1024,
  signatures: 64,
  payloadBytes: 64 * 1024 * 1024 * 1024,
  /** Deflate reaches 1032:1 on zeros; real files stay below 100:1. */
  ratio: 200,
  /** Below this size a ratio says nothing. */
  ratioFromBytes: 1024 * 1024,
} as const;
