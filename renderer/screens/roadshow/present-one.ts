import type { RoadshowView } from '#shared/api/roadshow.ts';
import { isRunning } from '#shared/roadshow/clock.ts';

/** The place of the applicant who is on: whose clock runs, else whose clock was pressed last, else the first. */
export function presentOne({ applications }: Pick<RoadshowView, 'applications'>): number {
  const running = applications.findIndex(({ clock }) => isRunning(clock));
  if (running >= 0) {
    return running;
  }
  const times = applications.map(({ clock }) => Date.parse(clock.at(-1)?.at ?? '') || 0);
  return Math.max(0, times.indexOf(Math.max(...times)));
}
