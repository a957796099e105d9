import { createCipheriv, createDecipheriv, createHash, randomBytes, scrypt } from 'node:crypto';
import * as z from 'zod';
import { ok, refused, type Result } from '#shared/result.ts';

/** The random keys of a workspace, 32 bytes each: one per database. They never change; the passphrase only wraps them. */
export type WorkspaceKeys = { readonly records: Buffer; readonly evidence: Buffer };

const base64 = z.base64().max(200);
const keyFileSchema = z.strictObject({
  format: z.int().positive(),
  /** RFC 7914. Bounds: below is too cheap to guess against, above exhausts a laptop's memory. */
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    cost: z
      .int()
      .min(2 ** 17)
      .max(2 ** 20),
    blockSize: z.literal(8),
    parallelization: z.literal(1),
    salt: base64,
  }),
  wrapped: z.strictObject({ cipher: z.literal('aes-256-gcm'), iv: base64, text: base64, tag: base64 }),
  /**
   * Of everything else, see `digestOf`: without it an altered byte could not be told from a wrong passphrase. It keeps nobody out and
   * need not: whoever may write here may write it too. Absent in workspaces from before there was a copy of the file.
   */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});

/** `keys.json`: what turns a passphrase into the workspace's keys. */
export type KeyFile = z.infer<typeof keyFileSchema>;

const format = 1;
const keyBytes = 32;

/** Fresh random keys for a new workspace. */
export function newWorkspaceKeys(): WorkspaceKeys {
  return { records: randomBytes(keyBytes), evidence: randomBytes(keyBytes) };
}

/** The keys wrapped under a passphrase, with a new salt each time. */
export async function wrapKeys(keys: WorkspaceKeys, passphrase: string): Promise<KeyFile> {
  const kdf = { name: 'scrypt', cost: 2 ** 17, blockSize: 8, parallelization: 1, salt: randomBytes(16).toString('base64') } as const;
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await derive(passphrase, kdf), iv);
  cipher.setAAD(header(format, kdf));
  const text = Buffer.concat([cipher.update(Buffer.concat([keys.records, keys.evidence])), cipher.final()]);
  return { format, kdf, wrapped: { cipher: 'aes-256-gcm', iv: base64Of(iv), text: base64Of(text), tag: base64Of(cipher.getAuthTag()) } };
}

/** The keys again. */
export async function unwrapKeys(file: KeyFile, passphrase: string): Promise<Result<WorkspaceKeys, 'workspace/passphrase-wrong'>> {
  const { iv, text, tag } = file.wrapped;
  const decipher = createDecipheriv('aes-256-gcm', await derive(passphrase, file.kdf), Buffer.from(iv, 'base64'), { authTagLength: 16 });
  decipher.setAAD(header(file.format, file.kdf));
  try {
    decipher.setAuthTag(Buffer.from(tag, 'base64'));
    const keys = Buffer.concat([decipher.update(Buffer.from(text, 'base64')), decipher.final()]);
    return ok({ records: keys.subarray(0, keyBytes), evidence: keys.subarray(keyBytes) });
  } catch {
    // GCM can't tell a wrong passphrase from an altered file, and neither can we.
    return refused('workspace/passphrase-wrong');
  }
}

/** The text of `keys.json`, with its own hash in it; one file has one text. */
export function writeKeyFile(file: KeyFile): string {
  return `${JSON.stringify({ format: file.format, kdf: file.kdf, wrapped: file.wrapped, sha256: digestOf(file) }, null, 2)}\n`;
}

/** Whether the file carries its own hash. */
export function isChecked({ sha256 }: KeyFile): boolean {
  return sha256 !== undefined;
}

/** Reads `keys.json`. */
export function parseKeyFile(json: string): Result<KeyFile, 'workspace/damaged' | 'workspace/newer-schema'> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return refused('workspace/damaged', { file: 'keys.json' });
  }
  // The format is looked at first: a newer file may have fields that the schema below would call damage.
  const newer = z.object({ format: z.int().gt(format) }).safeParse(value);
  if (newer.success) {
    return refused('workspace/newer-schema', { found: newer.data.format, known: format });
  }
  const parsed = keyFileSchema.safeParse(value);
  const isWhole = parsed.success && (parsed.data.sha256 === undefined || parsed.data.sha256 === digestOf(parsed.data));
  return isWhole ? ok(parsed.data) : refused('workspace/damaged', { file: 'keys.json' });
}

/** SHA-256 of the values one after the other, as a JSON array. */
function digestOf({ format: version, kdf, wrapped }: KeyFile): string {
  const values = [version, kdf.name, kdf.cost, kdf.blockSize, kdf.parallelization, kdf.salt];
  const all = [...values, wrapped.cipher, wrapped.iv, wrapped.text, wrapped.tag];
  return createHash('sha256').update(JSON.stringify(all)).digest('hex');
}

function base64Of(bytes: Buffer): string {
  return bytes.toString('base64');
}

function header(version: number, kdf: KeyFile['kdf']): Buffer {
  return Buffer.from(JSON.stringify(['linping-keys', version, kdf.name, kdf.cost, kdf.blockSize, kdf.parallelization, kdf.salt]));
}

/** One passphrase typed on two systems may arrive composed or decomposed: NFC makes it the same (RFC 8265). */
function derive(passphrase: string, kdf: KeyFile['kdf']): Promise<Buffer> {
  const options = {
    cost: kdf.cost,
    blockSize: kdf.blockSize,
    parallelization: kdf.parallelization,
    maxmem: 128 * kdf.cost * kdf.blockSize + 2 ** 25,
  };
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), Buffer.from(kdf.salt, 'base64'), keyBytes, options, (error, key) => {
      if (error) {
        reject(error);
      } else {
        resolve(key);
      }
    });
  });
}
