// Before all else: on an older Node some of the rest would not load, and one part would crash it.
import '../own-node.mjs';

const { run } = await import('./run.ts');
process.exitCode = await run(process.argv.slice(2));
