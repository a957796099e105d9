import type { RoundDocument } from '#shared/packages/documents.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import type { CheckedSkeleton } from '../packages/bag/skeleton.ts';
import { keyIdOf } from '../packages/signature.ts';

/** An issue before the newest, checked on its own. */
export type EarlierIssue = Pick<CheckedSkeleton<'round'>, 'sha256' | 'document' | 'signatures' | 'skeleton'>;

/**
 * The issues that a round says to replace, oldest first, from among packages that were checked on their own: each there, the same round,
 * signed by the same chair, saying of its own predecessors what this one says, and practice only where this is.
 */
export async function earlierIssues(
  { document: { id, practice, panel, replaces = [] } }: { readonly document: RoundDocument },
  carried: readonly EarlierIssue[],
  file: string,
): Promise<Result<EarlierIssue[], 'round/earlier-issue-missing' | 'round/not-a-successor' | 'round/practice-differs'>> {
  const chair = await chairKeyOf(panel);
  const issues: EarlierIssue[] = [];
  for (const [index, sha256] of replaces.entries()) {
    const issue = carried.find((each) => each.sha256 === sha256);
    if (issue === undefined) {
      return refused('round/earlier-issue-missing', { file, issue: index + 1, sha256 });
    }
    const { document, signatures } = issue;
    const before = document.replaces ?? [];
    const isBefore =
      document.id === id &&
      (await chairKeyOf(document.panel)) === chair &&
      signatures.some(({ keyId }) => keyId === chair) &&
      before.length === index &&
      before.every((each, place) => each === replaces[place]);
    if (!isBefore) {
      return refused('round/not-a-successor', { file });
    }
    if (document.practice !== practice) {
      return refused('round/practice-differs', { file });
    }
    issues.push(issue);
  }
  return ok(issues);
}

function chairKeyOf(panel: RoundDocument['panel']): Promise<string | null> {
  const chair = panel.find(({ role }) => role === 'chair');
  return chair === undefined ? Promise.resolve(null) : keyIdOf(chair.signKey);
}
