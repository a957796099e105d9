import { expect, test } from 'vitest';
import { createOpenedFiles } from '#electron/hosts/electron/opened-files.ts';

test('of a command line only Linping’s six kinds of file are kept, relative ones from where it was typed', async () => {
  const opened = createOpenedFiles();
  const line = [
    '/opt/linping',
    '--inspect',
    'a.lpapp',
    '/b/B.LPROUND',
    'c.lpscore',
    'd.lpreturn',
    'e.lpresult',
    'f.lpcard',
    'g.pdf',
    'lpapp',
  ];
  expect(opened.add(line, '/home/w')).toBe(true);
  expect(await opened.take((file) => Promise.resolve(file.path))).toEqual([
    '/home/w/a.lpapp',
    '/b/B.LPROUND',
    '/home/w/c.lpscore',
    '/home/w/d.lpreturn',
    '/home/w/e.lpresult',
    '/home/w/f.lpcard',
  ]);
});

test('a command line without such files announces nothing', () => {
  expect(createOpenedFiles().add(['/opt/linping', 'x.pdf'], '/')).toBe(false);
});

test('files that can’t be taken yet, because the workspace is locked, wait for the next time', async () => {
  const opened = createOpenedFiles();
  opened.add(['/a.lpapp'], '/');
  await expect(opened.take(() => Promise.reject(new Error('locked')))).rejects.toThrow('locked');
  opened.add(['/b.lpapp'], '/');
  expect(await opened.take((file) => Promise.resolve(file.name))).toEqual(['a.lpapp', 'b.lpapp']);
  expect(await opened.take((file) => Promise.resolve(file.name))).toEqual([]);
});
