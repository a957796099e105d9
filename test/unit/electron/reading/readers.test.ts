import { describe, expect, test, vi } from 'vitest';
import { readingLimits } from '#electron/reading/limits.ts';
import { RefusedError, type Result } from '#shared/result.ts';
import { type Behaviour, fileNamed, type MadeUpProcesses, madeUpProcesses } from './made-up-processes.ts';

const photo = ({ readers }: MadeUpProcesses, name: string, signal?: AbortSignal) =>
  readers.read({ kind: 'photo', file: fileNamed(name) }, signal);
const codeOf = (result: Result<unknown>) => (result.ok ? 'read' : result.refusal.code);

describe('a file that a process does not come through', () => {
  const faults: [Behaviour, string][] = [
    ['dies', 'reading/broke-off'],
    ['fails', 'reading/broke-off'],
    ['says-nonsense', 'reading/broke-off'],
    ['fills-memory', 'reading/too-much-memory'],
    ['hangs', 'reading/too-long'],
  ];
  test.each(faults)('%s: %s, is not tried again, and the next file is read', async (name, code) => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const made = madeUpProcesses();
    expect(codeOf(await photo(made, name))).toBe(code);
    const tried = made.read.length;
    expect(codeOf(await photo(made, name))).toBe(code);
    expect(made.read.length).toBe(tried);
    expect(codeOf(await photo(made, 'another'))).toBe('read');
  });

  test('is told in words that name the file and the limits', async () => {
    const made = madeUpProcesses();
    expect(await photo(made, 'hangs')).toEqual({
      ok: false,
      refusal: { code: 'reading/too-long', details: { name: 'hangs', seconds: 20, megabytes: 512 } },
    });
  });

  test('is tried again alone where its process had read others before, and only then is its fault', async () => {
    const made = madeUpProcesses();
    expect(codeOf(await photo(made, 'first'))).toBe('read');
    expect(codeOf(await photo(made, 'dies-after-a-second-file'))).toBe('read');
    expect(made.started()).toBe(2);
    expect(codeOf(await photo(made, 'dies'))).toBe('reading/broke-off');
    expect(made.read.filter((name) => name === 'dies')).toHaveLength(2);
  });
});

describe('what is not the file’s fault', () => {
  test('no process that starts: told so, tried again the next time', async () => {
    const made = madeUpProcesses({ isReady: false });
    expect(codeOf(await photo(made, 'one'))).toBe('reading/unavailable');
    expect(made.started()).toBe(2);
    expect(codeOf(await photo(made, 'one'))).toBe('reading/unavailable');
    expect(made.started()).toBe(4);
  });

  test('a process that never takes the file: ended, and another one asked', async () => {
    const made = madeUpProcesses();
    expect(codeOf(await photo(made, 'takes-nothing'))).toBe('reading/unavailable');
    expect(made.started()).toBe(2);
  });

  test('a file whose bytes can’t be had: that is thrown, and nothing is remembered', async () => {
    const made = madeUpProcesses();
    const broken = { ...fileNamed('hangs'), open: () => unreadable() };
    await expect(made.readers.read({ kind: 'photo', file: broken })).rejects.toThrow('the stick is gone');
    await expect(made.readers.read({ kind: 'photo', file: { ...fileNamed('hangs'), bytes: 4 } })).rejects.toThrow('3 bytes came');
    expect(codeOf(await photo(made, 'hangs'))).toBe('reading/too-long');
  });
});

test('a file larger than the limit never comes to a process', async () => {
  const made = madeUpProcesses();
  const file = { ...fileNamed('large'), bytes: readingLimits.fileBytes + 1 };
  expect(codeOf(await made.readers.read({ kind: 'photo', file }))).toBe('reading/too-large');
  expect(made.started()).toBe(0);
});

describe('ending', () => {
  test('a signal ends the process of its file and no other, with its own reason', async () => {
    const made = madeUpProcesses({ count: 2 });
    const stop = new AbortController();
    const stopped = photo(made, 'hangs', stop.signal);
    stop.abort(new Error('not wanted any more'));
    await expect(stopped).rejects.toThrow('not wanted any more');
    expect(made.running()).toBe(0);
    expect(codeOf(await photo(made, 'one'))).toBe('read');
  });

  test('all readers at once: what is read and what waits is refused with the reason, and nothing starts any more', async () => {
    const made = madeUpProcesses();
    const [running, waiting] = [photo(made, 'hangs'), photo(made, 'one')];
    made.readers.end();
    for (const outcome of [running, waiting, photo(made, 'two')]) {
      await expect(outcome).rejects.toThrow(RefusedError);
      await expect(outcome).rejects.toMatchObject({ refusal: { code: 'workspace/locked' } });
    }
    expect(made.running()).toBe(0);
  });

  test('a process with nothing to do ends after a while, one that holds much at once', async () => {
    const made = madeUpProcesses();
    await photo(made, 'one');
    expect(made.running()).toBe(1);
    await expect.poll(made.running).toBe(0);
    await photo(made, 'leaves-much');
    expect(made.running()).toBe(0);
  });
});

describe('several files', () => {
  test('are read by as many processes as there are places, in the order in which they came', async () => {
    const made = madeUpProcesses({ count: 2 });
    const names = Array.from({ length: 7 }, (_, index) => `file ${index}`);
    await Promise.all(names.map((name) => made.readers.read({ kind: 'inspect', as: null, file: fileNamed(name) })));
    expect(made.started()).toBeLessThanOrEqual(7);
    expect(made.read).toEqual(names);
  });

  test.each([{ kind: 'photo' }, { kind: 'preview' }, { kind: 'workbook' }] as const)(
    '$kind: what somebody waits for does not wait behind them',
    async (request) => {
      vi.spyOn(console, 'error').mockReturnValue(undefined);
      const made = madeUpProcesses();
      const bulk = made.readers.read({ kind: 'inspect', as: null, file: fileNamed('hangs') });
      await made.readers.read({ ...request, file: fileNamed('soon') });
      expect(made.read).toEqual(['hangs', 'soon']);
      expect(codeOf(await bulk)).toBe('reading/too-long');
    },
  );
});

async function* unreadable(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array([1]);
  throw new Error('the stick is gone');
}
