import { existsSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

const root = join(import.meta.dirname, '../..');

/** The files that take longest (`npm test` prints them), longest first: whichever of them began last would be waited for by all. */
const longest = [
  'visit',
  'screens',
  'install',
  'three-workspaces',
  'portable',
  'hostile',
  'four-workspaces',
  'panel-election',
  'desk-evidence',
  'crash',
].map((name) => `test/e2e/${name}.test.ts`);

/**
 * The order in which files begin, over all projects: the longest, the other browser tests, then what needs no browser; of equal ones those
 * that are larger first.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: readonly TestSpecification[]): Promise<TestSpecification[]> {
    const gone = longest.filter((path) => !existsSync(join(root, path)));
    if (gone.length > 0) {
      throw new Error(`test/run/longest-first.ts names files that are gone: ${gone.join(', ')}`);
    }
    const placeOf = ({ moduleId, project }: TestSpecification): number => {
      const place = longest.indexOf(relative(root, moduleId).replaceAll('\\', '/'));
      return place >= 0 ? place : longest.length + ['e2e', 'integration', 'unit'].indexOf(project.name);
    };
    return files.toSorted((one, other) => placeOf(one) - placeOf(other) || sizeOf(other) - sizeOf(one));
  }
}

function sizeOf({ moduleId }: TestSpecification): number {
  return statSync(moduleId).size;
}
