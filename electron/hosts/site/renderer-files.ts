import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { siteHeaders } from './headers.ts';
import { plainAnswer } from './plain-answer.ts';

export type RendererFiles = (path: string, method: string) => Promise<Response>;

/**
 * Serves the built renderer from `folder`. What may be served is listed once at the start, so no address can reach a file
 * outside it, however it is spelled.
 */
export async function openRendererFiles(folder: string): Promise<RendererFiles> {
  const files = new Map<string, string>();
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) {
      const file = join(entry.parentPath, entry.name);
      files.set(`/${file.slice(folder.length + 1).replaceAll('\\', '/')}`, file);
    }
  }
  return async (path, method) => {
    const file = files.get(path === '/' ? '/index.html' : path);
    if (file === undefined) {
      return plainAnswer(404);
    }
    const content = await readFile(file);
    const headers = {
      ...siteHeaders(),
      'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
      'content-length': String(content.byteLength),
    };
    return new Response(method === 'HEAD' ? null : content, { headers });
  };
}

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.wasm': 'application/wasm',
};
