/** Names of what travels between preload and main. */
export const channels = {
  connect: 'linping/connect',
  port: 'linping/port',
  coreGone: 'linping/core-gone',
  registerFiles: 'linping/register-files',
  takeOpenedFiles: 'linping/take-opened-files',
  openedFiles: 'linping/opened-files',
} as const;
