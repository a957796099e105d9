import { mkdir, writeFile } from 'node:fs/promises';
import { jsonSchemas } from '#shared/packages/json-schemas.ts';

/** `node test/schemas.ts` writes docs/formats/*.schema.json anew; a test holds them to the code. */
const folder = new URL('../docs/formats/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const [name, text] of jsonSchemas()) {
  await writeFile(new URL(name, folder), text);
}
