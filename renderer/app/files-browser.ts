import type { FileRef } from '#shared/api/base.ts';
import { fileRefSchema } from '#shared/api/base.ts';
import { pathOf } from './file-path.ts';
import type { CoreLink } from './core-link.ts';
import type { FileFilter, FileHost } from './file-host.ts';

const accepted: Record<FileFilter, string> = {
  package: '.lpapp,.lpround,.lpscore,.lpreturn,.lpresult,.lpcard',
  card: '.lpcard',
  'application-folder': '',
  spreadsheet: '.xlsx,.csv',
  photo: 'image/*,.heic,.heif',
  any: '',
};

/** Files by `<input type=file>` and upload, exports by download. */
export function browserFiles(fetch: CoreLink['fetch']): FileHost {
  const take = (files: readonly File[], onProgress?: (taken: number) => void) => upload({ files, fetch, onProgress });
  return {
    choose: async (filter, several) => take(await askForFiles(filter, several)),
    take,
    save: async (file) => {
      const link = document.createElement('a');
      link.href = `/exports/${encodeURIComponent(file.id)}`;
      link.download = file.name;
      document.body.append(link);
      link.click();
      link.remove();
      return true;
    },
    takeOpened: async () => [],
    onOpened: () => {},
  };
}

function askForFiles(filter: FileFilter, several: 'one' | 'several'): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accepted[filter];
    input.multiple = several === 'several';
    input.webkitdirectory = filter === 'application-folder';
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

type Upload = { files: readonly File[]; fetch: CoreLink['fetch']; onProgress: ((taken: number) => void) | undefined };

async function upload({ files, fetch, onProgress }: Upload): Promise<FileRef[]> {
  const references: FileRef[] = [];
  for (const file of files) {
    const query = new URLSearchParams({ name: file.name, path: pathOf(file) });
    const response = await fetch(`/files?${query.toString()}`, { method: 'POST', body: file });
    if (!response.ok) {
      throw new Error(`upload answered ${response.status}`);
    }
    references.push(fileRefSchema.parse(await response.json()));
    onProgress?.(references.length);
  }
  return references;
}
