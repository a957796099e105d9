/** How large a bench works: `quick` shows that it runs, `full` gives the numbers that are kept. */
export type BenchSize = 'quick' | 'full';

/** One measured line: what, how long, and against which floor of the same run. */
export type Measurement = {
  what: string;
  seconds: number;
  bytes: number | null;
  /** The same work by the plainest means on this machine in this run; null where there is none. */
  floor: { what: string; seconds: number } | null;
};

/** What each file of this folder exports as `bench`. */
export type Bench = { name: string; run(options: { size: BenchSize; folder: string }): Promise<Measurement[]> };

/** Seconds that `step` takes. */
export async function secondsOf(step: () => Promise<void> | void): Promise<number> {
  const from = process.hrtime.bigint();
  await step();
  return Number(process.hrtime.bigint() - from) / 1e9;
}
