import type { HostedCore } from '../../core/host-services.ts';
import { answerEvidence } from './evidence.ts';
import { answerExport } from './export-download.ts';
import { plainAnswer } from './plain-answer.ts';
import { openRendererFiles } from './renderer-files.ts';

/** The areas beside the renderer's own files: `/<area>/<id>`. */
export const siteAreas = ['evidence', 'exports'] as const;
const areaAddress = new RegExp(`^/(${siteAreas.join('|')})/([^/]*)$`);

export type Site = (request: Request) => Promise<Response>;

/**
 * What both hosts serve by GET, at the same addresses: the renderer, `/evidence/<sha256>` and `/exports/<id>`. Who may ask is
 * the host's business; the rest of the API goes over the router.
 */
export async function openSite({ core, rendererFolder }: { core: SiteCore; rendererFolder: string }): Promise<Site> {
  const rendererFiles = await openRendererFiles(rendererFolder);
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plainAnswer(405);
    }
    const path = decodedPath(request.url);
    if (path === null) {
      return plainAnswer(400);
    }
    const [, area, id = ''] = areaAddress.exec(path) ?? [];
    switch (area) {
      case 'evidence':
        return answerEvidence(core, id, request);
      case 'exports':
        return answerExport(core, id, request);
      default:
        return rendererFiles(path, request.method);
    }
  };
}

export type SiteCore = Pick<HostedCore, 'openEvidence' | 'openExport'>;

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url).pathname);
  } catch {
    return null;
  }
}
