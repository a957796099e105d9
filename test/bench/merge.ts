import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as z from 'zod';
import { writePackage } from '#electron/packages/bag/write.ts';
import { canonicalBytes } from '#electron/packages/canonical.ts';
import { createKeys, type IdentityKeys } from '#electron/packages/identity.ts';
import type { Round } from '#shared/domain/round.ts';
import type { ScoreDocument } from '#shared/packages/documents.ts';
import { valueOf } from '#shared/result.ts';
import { randomRound } from '../fixtures/random-round.ts';
import { type Bench, secondsOf } from './bench.ts';

const signedAt = '2022-11-18T18:00:00+08:00';
const experts = 9;
const measuredSchema = z.object({ verify: z.number(), merge: z.number(), processor: z.number() });

/**
 * Score packages verified, merged and ranked in a process of its own (the making of them leaves a gigabyte to clear away), beside the rows
 * of the same answers going into a plain SQLite table in one transaction; then ten times as many candidates. The packages are sealed to the
 * chair, as they travel.
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
        what: `ten times the candidates, all of it (processor ${(many.processor / few.processor).toFixed(2)} ×)`,
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
  readonly table: number;
} & z.infer<typeof measuredSchema>;

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
  const { round, sha256, documents } = roundWith(candidates);
  const own = new Map(await Promise.all(round.panel.map(async ({ id }) => [id, await createKeys()] as const)));
  const targets: string[] = [];
  let bytes = 0;
  let rows = 0;
  for (const made of documents) {
    const { keyId, signKey } = own.get(made.expert.id) ?? chair;
    const document = { ...made, expert: { ...made.expert, key: keyId } };
    const target = join(folder, `${made.expert.id}-${candidates}.lpscore`);
    const signers = [{ privateJwk: signKey }];
    valueOf(await writePackage({ kind: 'score', document, files: [], signers, signedAt, target, recipients: [chair.public.ageRecipient] }));
    targets.push(target);
    bytes += canonicalBytes(document).length;
    rows += document.sheets.reduce((sum, { entries }) => sum + entries.length, 0);
  }
  const table = await secondsOf(() => insertRows(join(folder, `${candidates}.sqlite`), documents));
  const job = join(folder, `${candidates}.json`);
  const keys = Object.fromEntries([...own].map(([id, { keyId }]) => [id, keyId]));
  writeFileSync(job, JSON.stringify({ round, sha256, keys, identity: chair.ageIdentity, targets }));
  const said = execFileSync(process.execPath, [join(import.meta.dirname, 'programs/merge-packages.ts'), job]).toString();
  return { candidates, rows, bytes, table, ...measuredSchema.parse(JSON.parse(said)) };
}

/** A round with one occupation per applicant and what each expert gives: nobody is missing, nothing differs. */
function roundWith(candidates: number): { round: Round; sha256: string; documents: ScoreDocument[] } {
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
  return { round, sha256: roundSha256, documents };
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
