import { applicationsContract } from './applications.ts';
import { declarationsContract } from './declarations.ts';
import { framesContract } from './frames.ts';
import { filesContract, hostContract } from './host.ts';
import { intakeContract } from './intake.ts';
import { mergeContract } from './merge.ts';
import { resultsContract } from './results.ts';
import { returnsContract } from './returns.ts';
import { roadshowContract } from './roadshow.ts';
import { packagesContract, roundsContract } from './rounds.ts';
import { sheetsContract, submissionContract } from './sheets.ts';
import { visitContract } from './visit.ts';
import { windowsContract } from './windows.ts';
import { workspaceContract } from './workspace.ts';

/** Everything the renderer can ask of the core; both hosts serve exactly this. */
export const contract = {
  host: hostContract,
  files: filesContract,
  workspace: workspaceContract,
  rounds: roundsContract,
  packages: packagesContract,
  intake: intakeContract,
  declarations: declarationsContract,
  applications: applicationsContract,
  sheets: sheetsContract,
  roadshow: roadshowContract,
  windows: windowsContract,
  submission: submissionContract,
  visit: visitContract,
  frames: framesContract,
  merge: mergeContract,
  returns: returnsContract,
  results: resultsContract,
};
export type Contract = typeof contract;
