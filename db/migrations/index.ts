import type { Migration } from '../database/migrate.ts';
import { identitySettingsAudit } from './0001-identity-settings-audit.ts';
import { roundsAndApplications } from './0002-rounds-and-applications.ts';
import { sheetsAndSeals } from './0003-sheets-and-seals.ts';
import { packagesAndResolutions } from './0004-packages-and-resolutions.ts';
import { proposals } from './0005-proposals.ts';
import { factsAndSupersededDrafts } from './0006-facts-and-superseded-drafts.ts';
import { issuedReturns } from './0007-issued-returns.ts';
import { intakeReadings } from './0008-intake-readings.ts';
import { signedDeclarations } from './0009-signed-declarations.ts';
import { visits } from './0010-visits.ts';
import { ballots } from './0013-ballots.ts';
import { notedCodes } from './0012-noted-codes.ts';
import { readingFaults } from './0015-reading-faults.ts';
import { reissues } from './0014-reissues.ts';
import { typedAnswers } from './0016-typed-answers.ts';
import { roadshowAndSteps } from './0011-roadshow-and-steps.ts';

/** Every migration of the records, in order. */
export const recordsMigrations: readonly Migration[] = [
  identitySettingsAudit,
  roundsAndApplications,
  sheetsAndSeals,
  packagesAndResolutions,
  proposals,
  factsAndSupersededDrafts,
  issuedReturns,
  intakeReadings,
  signedDeclarations,
  visits,
  roadshowAndSteps,
  notedCodes,
  ballots,
  reissues,
  readingFaults,
  typedAnswers,
];
