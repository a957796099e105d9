import type { CoreClient } from './core-link.ts';
import { pathOf } from './file-path.ts';
import type { FileHost } from './file-host.ts';

/** Files by the system's dialogs; what is dropped on the page is registered by the preload script where it lies. */
export function electronFiles(client: CoreClient): FileHost {
  const bridge = window.linping;
  return {
    choose: (filter, several) => client.files.choose({ filter, multiple: several === 'several' }),
    take: (files) => bridge?.registerFiles([...files], files.map(pathOf)) ?? Promise.resolve([]),
    save: async (file) => (await client.files.save({ id: file.id })) !== null,
    takeOpened: () => bridge?.takeOpenedFiles() ?? Promise.resolve([]),
    onOpened: (listener) => bridge?.onOpenedFiles(listener),
  };
}
