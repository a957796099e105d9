import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { mergePackages } from '#electron/merging/merge-packages.ts';
import { type ReceivedScore, readScore, type RoundToMerge } from '#electron/merging/read-score.ts';
import { openFileSource } from '#electron/packages/source.ts';
import { roundSchema } from '#shared/domain/round.ts';
import { valueOf } from '#shared/result.ts';
import { secondsOf } from '../bench.ts';

/** Reads, merges and ranks the score packages that a file names, in a process that has done nothing else, and prints how long that took. */
const jobSchema = z.object({
  round: roundSchema,
  sha256: z.string(),
  keys: z.record(z.string(), z.string()),
  identity: z.string(),
  targets: z.array(z.string()),
});

const { identity, targets, ...made } = jobSchema.parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
const nothing = Buffer.alloc(0);
const round: RoundToMerge = {
  ...made,
  earlier: [],
  skeleton: {
    sha256: made.sha256,
    bagInfo: nothing,
    bagit: nothing,
    manifest: nothing,
    tagmanifest: nothing,
    document: nothing,
    signatures: [],
  },
};
const scores: ReceivedScore[] = [];
const from = process.cpuUsage();
const verify = await secondsOf(async () => {
  for (const target of targets) {
    const source = valueOf(await openFileSource(target, target));
    scores.push(valueOf(await readScore({ round, source, fileName: target, identities: [identity] })));
    await source.close();
  }
});
const merge = await secondsOf(() => {
  const { result } = mergePackages({ round, scores, resolutions: [] });
  const candidates = round.round.applications.length;
  const ranked = result.candidates.filter(({ rank }) => rank !== null).length;
  if (result.candidates.length !== candidates || ranked < candidates / 2) {
    throw new Error(`${ranked} of ${candidates} candidates were ranked: the bench measures nothing`);
  }
});
const { user, system } = process.cpuUsage(from);
process.stdout.write(JSON.stringify({ verify, merge, processor: (user + system) / 1e6 }));
