import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where each of the other people's tools comes from on Debian. */
const debianPackages = {
  unzip: 'unzip',
  age: 'age',
  'age-keygen': 'age',
  openssl: 'openssl',
  sha256sum: 'coreutils',
  pdftotext: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  soffice: 'libreoffice-calc-nogui',
  python3: 'python3',
} as const;

export type Tool = keyof typeof debianPackages;

/** A missing tool fails the test that needs it, with how to get it; nothing is skipped silently, least of all under CI. */
export function requireTool(tool: Tool): void {
  const probe = spawnSync(tool, ['--version'], { stdio: 'ignore' });
  if (probe.error !== undefined) {
    throw new Error(`'${tool}' is missing: install it with  apt-get install -y ${debianPackages[tool]}`);
  }
}

/** Runs a tool to its end and returns what it printed; a non-zero exit throws with what it said. */
export async function runTool(
  tool: Tool,
  argv: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  requireTool(tool);
  const { stdout } = await run(tool, [...argv], { ...options, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
