import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fileInMemory } from '#electron/reading/file-to-read.ts';
import { inspect } from '#electron/reading/inspect.ts';
import { readingLimits } from '#electron/reading/limits.ts';
import { hostileFiles } from '../../fixtures/hostile/made-up.ts';
import { readers } from '../../fixtures/readers.ts';
import { watchMemory } from '../../memory.ts';

let memory: ReturnType<typeof watchMemory>;
beforeAll(() => {
  memory = watchMemory(process.pid);
});
afterAll(() => void memory.stop());

/** Those that must not be taken for good; of the others it is enough that they end. */
const problems: Readonly<Record<string, string>> = {
  '照片/30000x30000.png': 'picture-size',
  '照片/30000x30000.jpg': 'picture-size',
  'endless stream.pdf': 'too-much-memory',
  'deep nesting.pdf': 'corrupt',
  'nested dictionaries.pdf': 'corrupt',
  'pages in a circle.pdf': 'corrupt',
};
const sound = { name: '租赁合同.txt', bytes: Buffer.from('承租方：示例学校（虚构）\n租赁期限：自2022年1月1日至2025年12月31日止\n') };

describe('a file that is made to do harm', () => {
  for (const make of hostileFiles) {
    const file = make();
    test(`${file.name} is over within the limits, and the next file is read`, async () => {
      const { problem } = await inspect(readers, { file: fileInMemory(file), as: null });
      expect(problem).toBe(problems[file.name] ?? null);
      const next = await inspect(readers, { file: fileInMemory(sound), as: null });
      expect(next.facts.leases).toMatchObject([{ lessee: '示例学校（虚构）', to: '2025-12-31' }]);
    });
  }
});

test('no reading process was seen with more memory than its limit and a tenth', () => {
  const readerPeaks = [...memory.stop().values()].filter(({ command }) => command.includes('hosts/reader/main.ts'));
  expect(readerPeaks.filter(({ bytes }) => bytes > readingLimits.memoryBytes * 1.1)).toEqual([]);
  expect(readerPeaks.length > 0 || process.platform !== 'linux').toBe(true);
});
