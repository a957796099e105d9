import { beforeAll, describe, expect, test } from 'vitest';
import { verifyResultFile } from '#electron/merging/verify-result.ts';
import { earlierIssues } from '#electron/round-package/earlier-issues.ts';
import type { Round } from '#shared/domain/round.ts';
import { codeOf, valueOf } from '../../fixtures/packages/value-of.ts';
import { signedRound, type Claim, type SignedIssue } from '../../fixtures/signed-round.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';

/** A round of four, issued again without e4 after e4 had handed in. */
let scene: Awaited<ReturnType<typeof stage>>;

beforeAll(async () => {
  const folder = makeFolder('left-out');
  scene = await stage(folder);
  return () => removeFolder(folder);
}, 60_000);

const without = (round: Round, expert: string): Partial<Round> => ({
  panel: round.panel.filter(({ id }) => id !== expert),
  assignments: round.assignments.filter((assignment) => assignment.expert !== expert),
});
const reason = '因病退出（虚构）';

async function stage(folder: string) {
  const made = await signedRound(folder, { experts: 4, applications: 2 });
  const { issue, score, round } = made;
  const first = await issue({
    assignments: round.panel.flatMap(({ id: expert }) => round.applications.map(({ id }) => ({ expert, application: id }))),
  });
  const packages = [];
  for (const expert of ['e1', 'e2', 'e3', 'e4']) {
    packages.push(await score(first, expert));
  }
  const applications = first.round.applications.map(({ id }) => id);
  const leftOut = [{ expert: 'e4', name: round.panel[3]?.name ?? '', applications, reason }];
  return { ...made, first, packages, leftOut };
}

/** The second issue, after the first, with these changes beside the missing expert. */
const second = (change: Partial<Round> = {}, earlier: readonly SignedIssue[] = [scene.first]) =>
  scene.issue({ ...without(scene.first.round, 'e4'), leftOut: scene.leftOut, ...change }, earlier);

const carrying = (claim: Claim, sha256: string): boolean => claim.inputs.some((input) => input.sha256 === sha256);

describe('an expert left out by issuing again', () => {
  test('stands in the result with the reason, beside the issue that still had them, and in what verifying says', async () => {
    const claim = scene.resultOf(await second(), scene.packages);
    expect(claim.document.leftOut).toEqual(scene.leftOut);
    expect(claim.document.setAside).toMatchObject([{ expert: 'e4', code: 'merge/not-on-roster' }]);
    expect(carrying(claim, scene.first.checked.sha256)).toBe(true);
    expect(await scene.verdictOn(claim)).toBe('holds');
    const path = await scene.resultFile(claim);
    const { leftOut } = valueOf(await verifyResultFile({ path: path ?? '' }));
    expect(leftOut).toEqual([{ ...scene.leftOut[0], wholly: true, issue: 2 }]);
  });

  test('is seen from the issues also where no reason was needed, since nothing had come in', async () => {
    const issue = await scene.issue(without(scene.first.round, 'e4'), [scene.first]);
    const claim = scene.resultOf(issue, scene.packages.slice(0, 3));
    expect(await scene.verdictOn(claim)).toBe('holds');
    const path = await scene.resultFile(claim);
    expect(valueOf(await verifyResultFile({ path: path ?? '' })).leftOut).toMatchObject([
      { expert: 'e4', wholly: true, issue: 2, reason: null },
    ]);
  });

  const changed = (claim: Claim, change: Partial<Claim['document']>): Claim => ({ ...claim, document: { ...claim.document, ...change } });
  const lies: [string, string, () => Promise<Claim>][] = [
    [
      'without the issue that had the expert',
      'package/input-missing',
      async () => {
        const claim = scene.resultOf(await second(), scene.packages);
        return { ...claim, inputs: claim.inputs.filter(({ sha256 }) => sha256 !== scene.first.checked.sha256) };
      },
    ],
    [
      'with another reason than the round’s',
      'differs',
      async () => {
        const claim = scene.resultOf(await second(), scene.packages);
        return changed(claim, { leftOut: scene.leftOut.map((left) => ({ ...left, reason: '本人要求（虚构）' })) });
      },
    ],
    [
      'that names somebody else',
      'differs',
      async () =>
        changed(scene.resultOf(await second(), scene.packages), { leftOut: [{ expert: 'e3', name: '', applications: ['a1'], reason }] }),
    ],
    [
      'of a round that gives no reason, with the score that had come in',
      'merge/left-out-unexplained',
      async () => scene.resultOf(await scene.issue(without(scene.first.round, 'e4'), [scene.first]), scene.packages),
    ],
    [
      'of a round that replaces one of another number',
      'round/not-a-successor',
      async () => scene.resultOf(await second({}, [await scene.issue({ id: 'another' })]), scene.packages.slice(0, 3)),
    ],
    [
      'of a round that says it replaces two first issues',
      'round/not-a-successor',
      async () => scene.resultOf(await second({}, [scene.first, await scene.issue({ title: '另一份（虚构）' })]), scene.packages),
    ],
    [
      'of a real round that replaces a practice one',
      'round/practice-differs',
      async () => scene.resultOf(await second({ practice: false }, [await practice()]), scene.packages.slice(0, 3)),
    ],
    [
      'of a practice round that replaces a real one',
      'round/practice-differs',
      async () => scene.resultOf(await second({ practice: true }, [await scene.issue({ practice: false })]), scene.packages.slice(0, 3)),
    ],
  ];
  const practice = () => scene.issue({ practice: true });

  test.each(lies)('is not hidden: a result %s is refused', async (_what, code, lie) => {
    expect(await scene.verdictOn(await lie())).toBe(code);
  });
});

describe('a round that was practice', () => {
  test('is not merged as a real one from its files', async () => {
    const made = await scene.issue({ practice: true });
    const real = await second({ practice: false }, [made]);
    expect(codeOf(await earlierIssues(real.checked, [made.checked], 'a.lpround'))).toBe('round/practice-differs');
    const still = await second({ practice: true }, [made]);
    expect(codeOf(await earlierIssues(still.checked, [made.checked], 'a.lpround'))).toBe('ok');
    expect(codeOf(await earlierIssues(still.checked, [], 'a.lpround'))).toBe('round/earlier-issue-missing');
  });
});
