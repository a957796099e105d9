import { framesRouter } from './frames.ts';
import { intakeRouter } from './intake.ts';
import { declarationsRouter } from './declarations.ts';
import { mergeRouter } from './merge.ts';
import { applicationsRouter, sheetsRouter, submissionRouter } from './review.ts';
import { resultsRouter } from './results.ts';
import { returnsRouter } from './returns.ts';
import { roadshowRouter, windowsRouter } from './roadshow.ts';
import { packagesRouter, roundsRouter } from './rounds.ts';
import { visitRouter } from './visit.ts';
import { filesRouter, hostRouter, workspaceRouter } from './workspace.ts';

/** The API's implementation: what every host serves, over HTTP or a message port. */
export const router = {
  host: hostRouter,
  files: filesRouter,
  workspace: workspaceRouter,
  rounds: roundsRouter,
  packages: packagesRouter,
  intake: intakeRouter,
  declarations: declarationsRouter,
  applications: applicationsRouter,
  sheets: sheetsRouter,
  roadshow: roadshowRouter,
  windows: windowsRouter,
  submission: submissionRouter,
  visit: visitRouter,
  frames: framesRouter,
  merge: mergeRouter,
  returns: returnsRouter,
  results: resultsRouter,
};
