import { expect, test } from 'vitest';
import type { Core } from '#electron/core/core.ts';
import { answerEvidence } from '#electron/hosts/site/evidence.ts';
import { temporaryFolder } from '../../temporary.ts';
import { clientOf, draftWithSamples, issueTo, issueWithoutDeclarations, workspaceOf } from '../../fixtures/small-panel.ts';

/** What a host answers to whoever knows the hash. */
async function status(core: Core, sha256: string): Promise<number> {
  const answer = await answerEvidence(core, sha256, new Request(`http://127.0.0.1/evidence/${sha256}`));
  await answer.body?.cancel();
  return answer.status;
}

test('evidence is given out only as far as I may read an application that holds it', async () => {
  const folder = temporaryFolder();
  const [chair, expert] = [await workspaceOf('组长（虚构）', folder), await workspaceOf('专家甲（虚构）', folder)];
  const { round, draft } = await draftWithSamples(chair, expert, folder);
  const attachments = draft.applications.map(
    ({ bundle }) => chair.opened().workspace.stores.applications.get(bundle.sha256)?.application.attachments ?? [],
  );
  const only = (index: number): string => {
    const others = attachments.filter((_, at) => at !== index).flat();
    const found = attachments[index]?.find(({ sha256, bytes }) => bytes > 0 && others.every((other) => other.sha256 !== sha256));
    return found?.sha256 ?? '';
  };
  const [first, second] = [only(0), only(1)];
  // Whoever sets the round up.
  expect([await status(chair, first), await status(chair, second)]).toEqual([200, 200]);

  await issueWithoutDeclarations(chair, expert, round);
  expect([await status(chair, first), await status(chair, second)]).toEqual([200, 200]);
  // It is here, but nothing was declared yet.
  expect(expert.opened().workspace.evidence.has(first)).toBe(true);
  expect([await status(expert, first), await status(expert, second)]).toEqual([404, 404]);

  const client = clientOf(expert);
  const { applicants } = await client.declarations.signIn({ round, place: '示例会议室' });
  await client.declarations.accept({ round });
  const [one = '', other = ''] = applicants.map(({ applicant }) => applicant);
  await client.declarations.declareConflicts({
    round,
    conflicts: [
      { applicant: one, conflict: 'none', reason: '' },
      { applicant: other, conflict: 'kin', reason: '负责人的亲属（虚构）' },
    ],
  });
  expect([await status(expert, first), await status(expert, second)]).toEqual([200, 404]);

  const writer = expert.opened().workspace.evidence.createWriter();
  await writer.write(Buffer.from('专家自己拍的照片（虚构）'));
  const { sha256 } = await writer.finish();
  expect(await status(expert, sha256)).toBe(200);
  await expert.lock();
  expect([await status(expert, first), await status(expert, sha256)]).toEqual([404, 404]);
});

test('evidence of an application that is not assigned to me is not given out', async () => {
  const folder = temporaryFolder();
  const [chair, expert] = [await workspaceOf('组长（虚构）', folder), await workspaceOf('专家甲（虚构）', folder)];
  const { round, member, draft } = await draftWithSamples(chair, expert, folder);
  const [mine, others] = draft.applications;
  await clientOf(chair).rounds.draft.setChairScores({ round, scores: true });
  await clientOf(chair).rounds.draft.update({
    round,
    assignments: [
      { expert: member, application: mine?.id ?? '' },
      { expert: draft.panel[0]?.id ?? '', application: others?.id ?? '' },
    ],
  });
  await issueTo(chair, expert, round);
  const { applications } = expert.opened().workspace.stores;
  const hashes = (bundle = '') => (applications.get(bundle)?.application.attachments ?? []).map(({ sha256 }) => sha256);
  const given = new Set(hashes(mine?.bundle.sha256));
  for (const sha256 of given) {
    expect(await status(expert, sha256)).toBe(200);
  }
  const kept = hashes(others?.bundle.sha256).filter((sha256) => !given.has(sha256));
  expect(kept.length).toBeGreaterThan(5);
  for (const sha256 of kept) {
    expect(await status(expert, sha256)).toBe(404);
  }
});
