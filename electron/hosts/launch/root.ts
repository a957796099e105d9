import { resolve } from 'node:path';

/** The project's folder; the launcher runs from its sources only. */
export const root = resolve(import.meta.dirname, '../../..');
