import { toReaderSchema } from '../../reading/jobs.ts';
import { serveReading } from './serve.ts';

/**
 * The reading process of the browser host and the command line: `forkReader` starts it and is at the other end of its pipes. A job comes
 * as a message, its file's bytes on standard input, which is listened to only while bytes of a job are missing: the two are not in step.
 */
process.on('disconnect', () => process.exit(0));
const hear = serveReading((message) => void process.send?.(message));
let job = { number: 0, missing: 0 };
process.on('message', (message) => {
  const heard = toReaderSchema.parse(message);
  if (heard.type === 'job') {
    job = { number: heard.number, missing: heard.bytes };
    hear(heard);
    if (job.missing > 0) {
      process.stdin.resume();
    }
  }
});
process.stdin.on('data', (bytes: Buffer) => {
  job.missing -= bytes.byteLength;
  if (job.missing <= 0) {
    process.stdin.pause();
  }
  hear({ type: 'part', number: job.number, bytes });
});
process.stdin.pause();
