import { beforeAll, describe, expect, test } from 'vitest';
import { verifyResultFile } from '#electron/merging/verify-result.ts';
import type { SetAside } from '#shared/domain/result.ts';
import { codeOf } from '../../fixtures/packages/value-of.ts';
import { signedRound, type Claim } from '../../fixtures/signed-round.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { n } from '../../unit/shared/merge/small-round.ts';

let scene: Awaited<ReturnType<typeof stage>>;

beforeAll(async () => {
  const folder = makeFolder('forged');
  scene = await stage(folder);
  return () => removeFolder(folder);
}, 60_000);

/** A round of four experts in which something is set aside for every reason that a workspace can have kept a package for. */
async function stage(folder: string) {
  const { issue, score, resultOf, round, verdictOn, resultFile } = await signedRound(folder, { experts: 4, applications: 2 });
  const applicant = round.applications[1]?.applicant.id ?? '';
  const issued = await issue({ recusals: [{ expert: 'e3', applicant, reason: '曾任职' }] });
  const packages = [
    await score(issued, 'e1'),
    await score(issued, 'e1', { sequence: 2 }),
    await score(issued, 'e2'),
    await score(issued, 'e2', { sequence: 2 }),
    await score(issued, 'e2', { sequence: 2, otherwise: { B02: n('61') } }),
    await score(issued, 'e3'),
    await score(issued, 'e3', { rubricSha256: '0'.repeat(64) }),
  ];
  // e4 has handed in nothing.
  const withheld = (await score(issued, 'e4')).skeleton;
  return { round: issued.toMerge, genuine: resultOf(issued, packages), withheld, verdictOn, resultFile };
}

/** What the verification says of the same as a file. */
async function written(claim: Claim): Promise<string> {
  const path = await scene.resultFile(claim);
  return path === null ? 'not written' : codeOf(await verifyResultFile({ path }));
}

const rows = () => scene.genuine.document.setAside;
const rowOf = (code: string): SetAside => {
  const found = rows().find((row) => row.code === code);
  if (found === undefined) {
    throw new Error(`nothing is set aside as ${code}`);
  }
  return found;
};
const withRows = (setAside: SetAside[]): Claim => ({ ...scene.genuine, document: { ...scene.genuine.document, setAside } });
const changed = (code: string, change: Partial<SetAside>): Claim =>
  withRows(rows().map((row) => (row === rowOf(code) ? { ...row, ...change } : row)));
const invented = (row: SetAside): Claim => withRows([...rows(), row]);
const hash = 'f'.repeat(64);

const forgeries: Record<string, () => Claim> = {
  'a row about a package that is not carried': () => invented({ sha256: hash, code: 'merge/signed-by-another', expert: 'e4', sequence: 9 }),
  'the same, of nobody': () => invented({ sha256: hash, code: 'package/signature-invalid', expert: null, sequence: null }),
  'the same, with a code that no merge gives': () => invented({ sha256: hash, code: 'x', expert: 'e4', sequence: 1 }),
  'the same, of one sheet': () =>
    invented({ sha256: hash, code: 'merge/recused-sheet', expert: 'e4', sequence: 1, application: 'a1', stage: 'visit' }),
  'a row about the round itself': () => invented({ sha256: scene.round.sha256, code: 'merge/superseded', expert: 'e4', sequence: 1 }),
  'a row about a package that counts': () =>
    invented({ ...rowOf('merge/superseded'), sha256: scene.genuine.document.inputs[0]?.sha256 ?? '' }),
  'a second row about a package that is set aside': () => invented({ ...rowOf('merge/superseded'), code: 'merge/equivocation' }),
  'a row twice': () => invented(rowOf('merge/superseded')),
  'a row taken out, its package still carried': () => withRows(rows().filter((row) => row !== rowOf('merge/superseded'))),
  'all rows taken out': () => withRows([]),
  'a row of one sheet taken out': () => withRows(rows().filter(({ stage }) => stage === undefined)),
  'an equivocation taken out with its packages': () => without(({ code }) => code === 'merge/equivocation'),
  'one side of an equivocation taken out, the other said to be older': () => oneSided(),
  'rows in another order': () => withRows(rows().toReversed()),
  'another code': () => changed('merge/superseded', { code: 'merge/equivocation' }),
  'another expert': () => changed('merge/superseded', { expert: 'e4' }),
  'no expert': () => changed('merge/superseded', { expert: null }),
  'another number': () => changed('merge/superseded', { sequence: 7 }),
  'another package': () => changed('merge/superseded', { sha256: hash }),
  'an item that was not the reason': () => changed('merge/superseded', { item: 'B02' }),
  'a package that counts moved to those set aside': () => moved('merge/superseded'),
  'the same, as signed by another': () => moved('merge/signed-by-another'),
  'a package that was set aside moved to those that count': () => counted(),
  'a package that nobody carries among those that count': () => ({
    ...scene.genuine,
    document: { ...scene.genuine.document, inputs: [...scene.genuine.document.inputs, { expert: 'e4', sequence: 1, sha256: hash }] },
  }),
  'a package carried and named nowhere': () => ({ ...scene.genuine, inputs: [...scene.genuine.inputs, scene.withheld] }),
  'a good package carried and set aside': () => ({
    document: withRows([...rows(), { sha256: scene.withheld.sha256, code: 'merge/superseded', expert: 'e4', sequence: 1 }]).document,
    inputs: [...scene.genuine.inputs, scene.withheld],
  }),
};

/** Without some rows and without what they are about. */
function without(is: (row: SetAside) => boolean): Claim {
  const gone = new Set(rows().flatMap((row) => (is(row) ? [row.sha256] : [])));
  return { ...withRows(rows().filter((row) => !is(row))), inputs: scene.genuine.inputs.filter(({ sha256 }) => !gone.has(sha256)) };
}

function oneSided(): Claim {
  const { sha256 } = rowOf('merge/equivocation');
  const gone = without((row) => row.sha256 === sha256);
  const setAside = gone.document.setAside.map((row) => (row.code === 'merge/equivocation' ? { ...row, code: 'merge/superseded' } : row));
  return { ...gone, document: { ...gone.document, setAside } };
}

function moved(code: string): Claim {
  const [first, ...inputs] = scene.genuine.document.inputs;
  if (first === undefined) {
    throw new Error('nothing counts');
  }
  return { ...scene.genuine, document: { ...scene.genuine.document, inputs, setAside: [...rows(), { ...first, code }] } };
}

function counted(): Claim {
  const { sha256, expert, sequence } = rowOf('merge/superseded');
  const { document } = withRows(rows().filter((row) => row.sha256 !== sha256));
  const others = document.inputs.filter((input) => input.expert !== expert);
  const inputs = [...others, { expert: expert ?? '', sequence: sequence ?? 1, sha256 }];
  return { ...scene.genuine, document: { ...document, inputs: inputs.toSorted((one, other) => (one.expert < other.expert ? -1 : 1)) } };
}

describe('what is set aside in a result', () => {
  test('follows from the packages that it carries, for every reason there is', async () => {
    expect(new Set(rows().map(({ code }) => code))).toEqual(
      new Set(['merge/superseded', 'merge/equivocation', 'merge/other-rubric', 'merge/recused-sheet']),
    );
    expect(await scene.verdictOn(scene.genuine)).toBe('holds');
    expect(await written(scene.genuine)).toBe('ok');
  });

  test.each(Object.entries(forgeries))('is refused when it has %s', async (_what, forge) => {
    const claim = forge();
    expect(await scene.verdictOn(claim)).not.toBe('holds');
    expect(await written(claim)).not.toBe('ok');
  });
});
