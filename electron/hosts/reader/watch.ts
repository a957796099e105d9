import { workerData } from 'node:worker_threads';
import * as z from 'zod';
import { readingLimits } from '../../reading/limits.ts';

/**
 * The watch of a reading process, on a thread of its own: a reader that is stuck or fills the memory answers to nobody else. It ends the
 * process when that holds more than it may, and when a job takes too long even if nobody is there any more to say so.
 */
const { state } = z.object({ state: z.instanceof(Int32Array) }).parse(workerData);
const restMilliseconds = 100;
const workMilliseconds = 4;

// What is about to be too much is not waited for: between two looks a process can take dozens of megabytes more.
const mostBytes = readingLimits.memoryBytes * 0.9;
/** The program that started the process looks first. */
const longest = readingLimits.milliseconds + 10_000;

let job = 0;
let since = 0;
for (;;) {
  const current = Atomics.load(state, 0);
  if (current !== job) {
    job = current;
    since = performance.now();
  }
  if (process.memoryUsage.rss() > mostBytes || (job !== 0 && performance.now() - since > longest)) {
    process.kill(process.pid, 'SIGKILL');
  }
  Atomics.wait(state, 0, job, job === 0 ? restMilliseconds : workMilliseconds);
}
