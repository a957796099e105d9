import type { HostCapabilities } from '#shared/api/host.ts';
import { browserFiles } from './files-browser.ts';
import { electronFiles } from './files-electron.ts';
import type { CoreLink } from './core-link.ts';
import type { FileHost } from './file-host.ts';

/** The file host that fits what the host around the renderer can do. */
export function fileHostFor({ client, fetch }: CoreLink, capabilities: HostCapabilities): FileHost {
  return capabilities.fileDialogs ? electronFiles(client) : browserFiles(fetch);
}

/** Where an attachment's or evidence's bytes are, relative to the page, in both hosts. */
export function evidenceUrl(sha256: string): string {
  return new URL(`evidence/${sha256}`, new URL('/', window.location.href)).href;
}
