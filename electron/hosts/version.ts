import packageJson from '../../package.json' with { type: 'json' };

/** Linping's own version. */
export const { version } = packageJson;
