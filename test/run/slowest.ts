import type { Reporter, TestModule } from 'vitest/node';

const shown = 20;

/**
 * Names, when many files have run, the tests that took longest, and the files: what is made before a file's first test counts there.
 */
export class Slowest implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length < shown) {
      return;
    }
    const tests = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => ({
        name: `${module.relativeModuleId} > ${test.fullName}`,
        milliseconds: test.diagnostic()?.duration ?? 0,
      })),
    );
    const files = modules.map((module) => ({ name: module.relativeModuleId, milliseconds: module.diagnostic().duration }));
    console.log(`\n${[...inWords('tests', tests), ...inWords('files', files)].join('\n')}`);
  }
}

type Timed = { readonly name: string; readonly milliseconds: number };

function inWords(what: string, timed: readonly Timed[]): string[] {
  const slowest = timed.toSorted((one, other) => other.milliseconds - one.milliseconds).slice(0, shown);
  return [
    `The slowest ${slowest.length} ${what} of ${timed.length}:`,
    ...slowest.map(({ name, milliseconds }) => `${(milliseconds / 1000).toFixed(1).padStart(7)} s  ${name}`),
  ];
}
