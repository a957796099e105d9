import { serveReading } from './serve.ts';

/** The reading process of the browser host and the command line: `forkReader` starts it and is at the other end of its pipe. */
process.on('disconnect', () => process.exit(0));
const hear = serveReading((message) => void process.send?.(message));
process.on('message', hear);
