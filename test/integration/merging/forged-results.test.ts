import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { mergePackages } from '#electron/merging/merge-packages.ts';
import { roundToMerge, signerOf, type RoundToMerge } from '#electron/merging/read-score.ts';
import { resultContents } from '#electron/merging/result-package.ts';
import { examineResult, verifyResultFile } from '#electron/merging/verify-result.ts';
import { checkInputs } from '#electron/packages/bag/inputs.ts';
import { checkSkeleton, type Skeleton } from '#electron/packages/bag/skeleton.ts';
import { writePackage } from '#electron/packages/bag/write.ts';
import { createKeys, type IdentityKeys } from '#electron/packages/identity.ts';
import { hashOf } from '#electron/round-package/hash-of.ts';
import { verifyRound } from '#electron/round-package/read-round.ts';
import type { SetAside } from '#shared/domain/result.ts';
import type { ResultDocument, ScoreDocument } from '#shared/packages/documents.ts';
import { catchRefusal } from '#shared/result.ts';
import { signedAt } from '../../fixtures/packages/documents.ts';
import { codeOf, valueOf } from '../../fixtures/packages/value-of.ts';
import { documentOf } from '../../fixtures/random-round.ts';
import { makeFolder, removeFolder } from '../../temporary.ts';
import { bestSheets, n, smallRound } from '../../unit/merge/small-round.ts';

/** A round of four experts in which something is set aside for every reason that a workspace can have kept a package for. */
type Scene = {
  readonly folder: string;
  readonly keys: ReadonlyMap<string, IdentityKeys>;
  readonly round: RoundToMerge;
  readonly genuine: { readonly document: ResultDocument; readonly inputs: readonly Skeleton[] };
  /** A package that the result does not carry: signed by e4, who has handed in nothing. */
  readonly withheld: Skeleton;
};

let scene: Scene;

beforeAll(async () => {
  const folder = makeFolder('forged');
  scene = await stage(folder);
  return () => removeFolder(folder);
}, 60_000);

async function stage(folder: string): Promise<Scene> {
  const drawn = smallRound({ experts: 4, applications: 2 });
  const keys = new Map<string, IdentityKeys>();
  for (const { id } of drawn.panel) {
    keys.set(id, await createKeys());
  }
  const round = {
    ...drawn,
    rubricSha256: hashOf(drawn.rubric),
    rulesSha256: hashOf(drawn.rules),
    panel: drawn.panel.map((member) => ({ ...member, ...keysIn(keys, member.id).public })),
    applications: drawn.applications.map((application, index) => ({
      ...application,
      bundle: { sha256: String(index).repeat(64), bytes: 1 },
    })),
    recusals: [{ expert: 'e3', applicant: drawn.applications[1]?.applicant.id ?? '', reason: '曾任职' }],
  };
  const chair = keysIn(keys, 'e1');
  const common = { files: [], signedAt, recipients: [] };
  const issued = valueOf(
    await writePackage({
      ...common,
      kind: 'round',
      document: { kind: 'round', format: 1, ...round },
      signers: [{ privateJwk: chair.signKey }],
      target: join(folder, 'a.lpround'),
    }),
  );
  let count = 0;
  const score = async (expert: string, sequence: number, change: Partial<ScoreDocument> & { area?: string } = {}): Promise<Skeleton> => {
    const { area = '60', ...over } = change;
    const sheets = round.applications.flatMap(({ id }) => bestSheets(round, id, { B02: n(area) }));
    const document: ScoreDocument = {
      ...documentOf(round, { expert, sequence, recusals: [], sheets }),
      round: { id: round.id, sha256: issued.sha256 },
      rubricSha256: round.rubricSha256,
      rulesSha256: round.rulesSha256,
      expert: { id: expert, name: expert, key: keysIn(keys, expert).keyId },
      ...over,
    };
    count += 1;
    const signers = [{ privateJwk: keysIn(keys, expert).signKey }];
    const target = join(folder, `${count}.lpscore`);
    return valueOf(await writePackage({ ...common, kind: 'score', document, signers, target })).skeleton;
  };
  const packages = [
    await score('e1', 1),
    await score('e1', 2),
    await score('e2', 1),
    await score('e2', 2),
    await score('e2', 2, { area: '61' }),
    await score('e3', 1),
    await score('e3', 1, { rubricSha256: '0'.repeat(64) }),
  ];
  const checkedRound = await checkSkeleton(issued.skeleton);
  if (checkedRound.document.kind !== 'round') {
    throw new Error('no round');
  }
  const toMerge = await roundToMerge(valueOf(await verifyRound({ ...checkedRound, document: checkedRound.document }, 'a.lpround')));
  const scores = [];
  for (const skeleton of packages) {
    const { document, signatures, sha256 } = await checkSkeleton(skeleton);
    if (document.kind === 'score') {
      scores.push({ document, sha256, signedBy: signerOf(signatures, toMerge.keys[document.expert.id]), skeleton });
    }
  }
  const merged = mergePackages({ round: toMerge, scores, resolutions: [] });
  const { document } = resultContents({ merged, chair, signedAt });
  return { folder, keys, round: toMerge, genuine: { document, inputs: merged.inputs }, withheld: await score('e4', 1) };
}

function keysIn(keys: ReadonlyMap<string, IdentityKeys>, id: string): IdentityKeys {
  const found = keys.get(id);
  if (found === undefined) {
    throw new Error(`nobody called ${id}`);
  }
  return found;
}

type Claim = Pick<Scene['genuine'], 'document' | 'inputs'>;

/** What reading such a result comes to: the code it is refused with, `differs`, or `holds`. */
async function verdictOn({ document, inputs }: Claim): Promise<string> {
  const checked = await catchRefusal(() => checkInputs(document, inputs));
  if (!checked.ok) {
    return checked.refusal.code;
  }
  const key = await signatureOfChair();
  const examined = await examineResult({ document, inputs: checked.value, signatures: [key] }, 'x.lpresult');
  return examined.ok ? (examined.value.reproduced ? 'holds' : 'differs') : codeOf(examined);
}

async function signatureOfChair() {
  const { keyId, public: own } = keysIn(scene.keys, 'e1');
  return { keyId, key: own.signKey, signedAt, known: null };
}

/** The same result as a file, by the chair's own hand. */
async function written({ document, inputs }: Claim): Promise<string> {
  const target = join(scene.folder, 'x.lpresult');
  const signers = [{ privateJwk: keysIn(scene.keys, 'e1').signKey }];
  const made = await writePackage({ kind: 'result', document, inputs, files: [], signers, signedAt, target });
  return made.ok ? codeOf(await verifyResultFile({ path: target })) : codeOf(made);
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
    expect(await verdictOn(scene.genuine)).toBe('holds');
    expect(await written(scene.genuine)).toBe('ok');
  });

  test.each(Object.entries(forgeries))('is refused when it has %s', async (_what, forge) => {
    const claim = forge();
    expect(await verdictOn(claim)).not.toBe('holds');
    expect(await written(claim)).not.toBe('ok');
  });
});
