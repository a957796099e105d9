import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { jsonSchemas } from '#shared/packages/json-schemas.ts';

const folder = new URL('../../../docs/formats/', import.meta.url);

test('the JSON Schemas in docs/formats are those of the code: node test/schemas.ts writes them', async () => {
  const kept = (await readdir(folder)).filter((name) => name.endsWith('.schema.json')).toSorted();
  expect(kept).toEqual([...jsonSchemas().keys()].toSorted());
  for (const [name, text] of jsonSchemas()) {
    expect([name, await readFile(new URL(name, folder), 'utf8')]).toEqual([name, text]);
  }
});
