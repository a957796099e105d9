import * as z from 'zod';
import { identityCardSchema } from '../domain/panel.ts';
import { documentSchemas } from './documents.ts';

/** File name → JSON Schema (draft 2020-12) of each document that travels, for `docs/formats/`. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const all = { ...documentSchemas, card: identityCardSchema };
  return new Map(
    Object.entries(all).map(([kind, schema]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
      return [`${kind}.schema.json`, `${JSON.stringify({ $schema, title: `Linping ${kind}, format 1`, ...rest }, null, 2)}\n`];
    }),
  );
}
