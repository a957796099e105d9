import type { Session, WebContents } from 'electron';
import { isOwnUrl } from './origin.ts';

/**
 * No permission but the camera for photos of a visit and the whole screen for the clock of a roadshow, and no request or download but
 * from the page's own origin.
 */
export function lockDownSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isCamera = permission === 'media' && media.length > 0 && media.every((type) => type === 'video');
    answer(isOwnUrl(details.requestingUrl) && (isCamera || permission === 'fullscreen'));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      isOwnUrl(origin) && (permission === 'fullscreen' || (permission === 'media' && details.mediaType === 'video')),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
  // Evidence that can't be shown may be saved; Chromium asks where.
  session.on('will-download', (event, item) => {
    if (!isOwnUrl(item.getURL())) {
      event.preventDefault();
    }
  });
}

/** No other page, no other window (its window may allow one afterwards), no embedded page. */
export function lockDownContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => {
    if (!isOwnUrl(event.url)) {
      event.preventDefault();
    }
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** blob: and data: never leave the process; the page makes previews with them. */
function mayLoad(url: string): boolean {
  return isOwnUrl(url) || url.startsWith('blob:') || url.startsWith('data:') || url.startsWith('devtools:');
}
