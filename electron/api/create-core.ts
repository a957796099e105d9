import { Core } from '../core/core.ts';
import type { CoreSettings } from '../core/host-services.ts';
import { readableEvidence } from './readable-evidence.ts';

/** The core for a host. Nothing is opened yet. */
export function createCore(settings: CoreSettings): Core {
  return new Core(settings, { readableEvidence });
}
