/**
 * Loaded before anything else (`node --import ./electron/hosts/own-node.mjs …`), by any Node from 20 on: where it is older than ours, the
 * same command line is run again by ours, the one that npm installed for this platform (package.json, optionalDependencies).
 * Older ones can't read TypeScript, and SQLite would crash in them. npm's own link to it, `node_modules/.bin/node`, can't be leant on: npm
 * before 11.6 takes it away again with the packages of the other platforms, each of which brings a `node`. Plain JavaScript for the same reason.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const ours = Object.entries(packageAt(root).optionalDependencies).filter(([name]) => name.startsWith('node-'));
const needed = Math.min(...ours.map(([, version]) => majorOf(version)));

if (majorOf(process.versions.node) < needed) {
  const program = installedProgram();
  if (program === null) {
    console.error(`遴评需要 Node ${needed}，现在是 ${process.version}，项目文件夹里也没有适用于 ${process.platform}-${process.arch} 的 Node。请在项目文件夹里运行 npm ci（不要省略 optional 依赖），再启动。
Linping needs Node ${needed}, this is ${process.version}, and its folder holds none for ${process.platform}-${process.arch}. Run npm ci there (without leaving out optional dependencies), then start it again.`);
    process.exit(2);
  }
  process.exit(await runAgain(program));
}

/** The file of the Node that is installed for this platform, null where there is none or only an outdated one. */
function installedProgram() {
  for (const [name] of ours) {
    const folder = new URL(`node_modules/${name}/`, root);
    if (existsSync(new URL('package.json', folder))) {
      const { bin, cpu, os, version } = packageAt(folder);
      if (os === process.platform && cpu === process.arch && majorOf(version) >= needed) {
        return fileURLToPath(new URL(bin.node, folder));
      }
    }
  }
  return null;
}

/** Runs our own command line with another Node, in the foreground, and returns its exit code. It gets the signals that we get. */
function runAgain(program) {
  const child = spawn(program, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal])));
  });
}

function packageAt(folder) {
  return JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
}

function majorOf(version) {
  return Number(version.split('.')[0]);
}
