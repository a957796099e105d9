import { join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { askPlace } from '../../../../electron/hosts/portable/ask-place.ts';
import { placeOfAnswer, readPlace, travellingFolderName, writePlace } from '../../../../electron/hosts/portable/workspace-place.ts';

const beside = resolve('/media/stick/遴评');
const elsewhere = resolve('/home/expert/评审 2026');
const travelling = { kind: 'folder', folder: join(beside, travellingFolderName) } as const;
const computer = { kind: 'computer' } as const;

test.each([
  ['', computer],
  ['1', computer],
  [' 2 ', travelling],
  [elsewhere, { kind: 'folder', folder: elsewhere }],
  [`'${elsewhere}' `, { kind: 'folder', folder: elsewhere }],
  [`"${elsewhere}"`, { kind: 'folder', folder: elsewhere }],
  ['3', null],
  ['y', null],
  ['工作区', null],
  ['"', null],
])('the answer “%s” is taken for %o', (answer, place) => {
  expect(placeOfAnswer(answer, beside)).toEqual(place);
});

test.each([
  ['本机', computer],
  ['\u{FEFF}# a note\r\n\r\n  本机 \r\n', computer],
  ['工作区', travelling],
  ['../data', { kind: 'folder', folder: resolve(beside, '../data') }],
  [elsewhere, { kind: 'folder', folder: elsewhere }],
  ['# only a note\n', null],
  ['', null],
])('a file that says %j means %o', (written, place) => {
  expect(readPlace(written, beside)).toEqual(place);
});

test('whatever was chosen is read back from the file, and what travels is found again on another computer', () => {
  const names = fc.array(
    fc.string({ unit: fc.constantFrom('a', 'b', '评', ' ', '.', '#', '-') }).filter((name) => name.trim() === name && name !== ''),
    { minLength: 1 },
  );
  const places = fc.oneof(
    fc.constant(computer),
    fc.constant(travelling),
    names.map((parts) => ({ kind: 'folder', folder: resolve('/', ...parts) }) as const),
  );
  fc.assert(
    fc.property(places, (place) => {
      expect(readPlace(writePlace(place, beside), beside)).toEqual(place);
    }),
  );
  const otherLetter = resolve('/run/media/other');
  expect(readPlace(writePlace(travelling, beside), otherLetter)).toEqual({
    kind: 'folder',
    folder: join(otherLetter, travellingFolderName),
  });
});

function terminal(answers: string) {
  const input = new PassThrough();
  const output = new PassThrough();
  input.end(answers);
  const asked = askPlace({ beside, computerFolder: elsewhere, input, output });
  return { asked, shown: () => text(output.end()) };
}

test('the terminal asks again until the answer names a place', async () => {
  const { asked, shown } = terminal('here\n9\n2\n');
  expect(await asked).toEqual(travelling);
  const said = await shown();
  expect(said).toContain(elsewhere);
  expect(said.match(/请输入 1、2 或完整路径/g)).toHaveLength(2);
});

test('no answer at all is no choice', async () => {
  expect(await terminal('').asked).toBeNull();
});
