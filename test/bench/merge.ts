import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openFileSource } from '#electron/packages/source.ts';
import { mergePackages } from '#electron/merging/merge-packages.ts';
import { type ReceivedScore, readScore, type RoundToMerge } from '#electron/merging/read-score.ts';
import { writePackage } from '#electron/packages/bag/write.ts';
import { canonicalBytes } from '#electron/packages/canonical.ts';
import { createKeys, type IdentityKeys } from '#electron/packages/identity.ts';
import type { ScoreDocument } from '#shared/packages/documents.ts';
import { valueOf } from '#shared/result.ts';
import { randomRound } from '../fixtures/random-round.ts';
import { type Bench, secondsOf } from './bench.ts';

const signedAt = '2022-11-18T18:00:00+08:00';
const experts = 9;

/**
 * Score packages verified, merged and ranked, beside the rows of the same answers going into a plain SQLite table in one transaction;
 * then ten times as many candidates. The packages are sealed to the chair, as they travel.
 */
export const bench: Bench = {
  name: 'merge',
  async run({ size, folder }) {
    const once = size === 'full' ? 300 : 10;
    const chair = await createKeys();
    const measured = [];
    for (const candidates of [once, once * 10]) {
      measured.push(await measure({ candidates, chair, folder }));
    }
    const [few, many] = measured;
    if (few === undefined || many === undefined) {
      return [];
    }
    // On a machine that is shared, the processor's time says more than the clock.
    return [
      ...linesOf(few),
      ...linesOf(many),
      {
        what: 'ten times the candidates, all of it',
        seconds: many.verify + many.merge,
        bytes: null,
        floor: { what: 'the time of a tenth', seconds: few.verify + few.merge },
      },
    ];
  },
};

type Measured = {
  readonly candidates: number;
  readonly rows: number;
  readonly bytes: number;
  readonly verify: number;
  readonly merge: number;
  readonly table: number;
  /** Processor time of verifying and merging, all threads. */
  readonly processor: number;
};

function linesOf({ candidates, rows, bytes, verify, merge: merged, table, processor }: Measured) {
  const floor = { what: `${rows} rows into SQLite`, seconds: table };
  const each = `${experts} experts × ${candidates} candidates`;
  return [
    { what: `${each}: verify + merge + rank (processor ${processor.toFixed(2)} s)`, seconds: verify + merged, bytes: null, floor },
    { what: '  of this, verify', seconds: verify, bytes, floor },
    { what: '  of this, merge + rank', seconds: merged, bytes: null, floor },
  ];
}

async function measure({ candidates, chair, folder }: { candidates: number; chair: IdentityKeys; folder: string }): Promise<Measured> {
  const { toMerge, targets, bytes, rows, table } = await prepare({ candidates, chair, folder });
  const inputs: ReceivedScore[] = [];
  const from = process.cpuUsage();
  const verify = await secondsOf(async () => {
    for (const target of targets) {
      const source = valueOf(await openFileSource(target, target));
      inputs.push(valueOf(await readScore({ round: toMerge, source, fileName: target, identities: [chair.ageIdentity] })));
      await source.close();
    }
  });
  const merged = await secondsOf(() => {
    const { result } = mergePackages({ round: toMerge, scores: inputs, resolutions: [] });
    const ranked = result.candidates.filter(({ rank }) => rank !== null).length;
    if (result.candidates.length !== candidates || ranked < candidates / 2) {
      throw new Error(`${ranked} of ${candidates} candidates were ranked: the bench measures nothing`);
    }
  });
  const used = process.cpuUsage(from);
  return { candidates, rows, bytes, verify, merge: merged, table, processor: (used.user + used.system) / 1e6 };
}

/** Writes the packages and the same rows into SQLite; the made-up documents are gone after it, as they are where a merge runs. */
async function prepare({ candidates, chair, folder }: { candidates: number; chair: IdentityKeys; folder: string }) {
  const { round, documents } = roundWith(candidates);
  const keys = new Map(await Promise.all(round.round.panel.map(async ({ id }) => [id, await createKeys()] as const)));
  const targets: string[] = [];
  let bytes = 0;
  let rows = 0;
  for (const made of documents) {
    const own = keys.get(made.expert.id) ?? chair;
    const document = { ...made, expert: { ...made.expert, key: own.keyId } };
    const target = join(folder, `${made.expert.id}-${candidates}.lpscore`);
    const signers = [{ privateJwk: own.signKey }];
    valueOf(await writePackage({ kind: 'score', document, files: [], signers, signedAt, target, recipients: [chair.public.ageRecipient] }));
    targets.push(target);
    bytes += canonicalBytes(document).length;
    rows += document.sheets.reduce((sum, { entries }) => sum + entries.length, 0);
  }
  const table = await secondsOf(() => insertRows(join(folder, `${candidates}.sqlite`), documents));
  const toMerge: RoundToMerge = { ...round, keys: Object.fromEntries([...keys].map(([id, { keyId }]) => [id, keyId])) };
  return { toMerge, targets, bytes, rows, table };
}

/** A round with one occupation per applicant and what each expert gives: nobody is missing, nothing differs. */
function roundWith(candidates: number): { round: Omit<RoundToMerge, 'keys'>; documents: ScoreDocument[] } {
  const { round: made, roundSha256, inputs } = randomRound({ seed: 5, experts, applications: candidates });
  const round = { ...made, applications: made.applications.map((each) => ({ ...each, occupations: each.occupations.slice(0, 1) })) };
  const kept = new Map(round.applications.map(({ id, occupations }) => [id, occupations[0]?.name ?? null]));
  const documents = inputs.map(({ document }) => ({
    ...document,
    sheets: document.sheets.map((sheet) => ({
      ...sheet,
      entries: sheet.entries.filter(({ occupation }) => occupation === null || occupation === kept.get(sheet.application)),
    })),
  }));
  const nothing = Buffer.alloc(0);
  const skeleton = {
    sha256: roundSha256,
    bagInfo: nothing,
    bagit: nothing,
    manifest: nothing,
    tagmanifest: nothing,
    document: nothing,
    signatures: [],
  };
  return { round: { round, sha256: roundSha256, skeleton }, documents };
}

function insertRows(path: string, documents: readonly ScoreDocument[]): void {
  const database = new Database(path);
  database.exec(
    'create table entry (expert text, application text, stage text, item text, occupation text, level_group text, value text, points text, verdict text, comment text)',
  );
  const insert = database.prepare('insert into entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  database.transaction(() => {
    for (const { expert, sheets } of documents) {
      for (const { application, stage, entries } of sheets) {
        for (const { item, occupation, levelGroup, value, points, verdict, comment } of entries) {
          insert.run(expert.id, application, stage, item, occupation, levelGroup, JSON.stringify(value), points, verdict, comment);
        }
      }
    }
  })();
  database.close();
}
