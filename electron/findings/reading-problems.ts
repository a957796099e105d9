import type { Application } from '#shared/domain/application.ts';
import type { Workspace } from '#db/workspace.ts';
import { readerVersion } from '../reading/limits.ts';

/** The application with what this machine found out about its attachments: those that could not be read in bounds have a problem. */
export function withReadingProblems({ stores }: Pick<Workspace, 'stores'>, application: Application): Application {
  const faults = stores.facts.faultsOf(readerVersion);
  const attachments = application.attachments.map((attachment) => ({
    ...attachment,
    problem: attachment.problem ?? faults.get(attachment.sha256),
  }));
  return { ...application, attachments };
}
