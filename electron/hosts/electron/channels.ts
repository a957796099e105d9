/** Names of what travels between preload and main. */
export const channels = {
  connect: 'linping/connect',
  port: 'linping/port',
  registerFiles: 'linping/register-files',
  takeOpenedFiles: 'linping/take-opened-files',
  openedFiles: 'linping/opened-files',
} as const;
