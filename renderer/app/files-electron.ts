import * as z from 'zod';
import { fileRefSchema } from '#shared/api/base.ts';
import type { CoreClient } from './core-link.ts';
import { pathOf } from './files-browser.ts';
import type { FileHost } from './files.ts';

/** Files by the system's dialogs; what is dropped on the page is registered by the preload script. */
export function electronFiles(client: CoreClient): FileHost {
  return {
    choose: (filter, several) => client.files.choose({ filter, multiple: several === 'several' }),
    take: async (files) => z.array(fileRefSchema).parse(await window.linping?.registerFiles([...files], files.map(pathOf))),
    save: async (file) => (await client.files.save({ id: file.id })) !== null,
  };
}
