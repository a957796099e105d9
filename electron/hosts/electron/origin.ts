/** The page's own origin in Electron. A scheme of its own: nothing on the network or the disk can be it. */
export const scheme = 'linping';
export const appOrigin = 'linping://app';
export const pageUrl = `${appOrigin}/`;

/** Whether an address is the clock of a roadshow for the second screen: the only page that gets a window of its own. */
export const isClockUrl = (url: string) => url.startsWith(`${pageUrl}#/clock/`);

/** Whether an address belongs to the page itself, as a document or a subresource. */
export const isOwnUrl = (url: string) => url === appOrigin || url.startsWith(pageUrl);
