import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandTexts } from '#electron/hosts/command-line/texts.ts';
import { reasonTexts as findingTexts } from '#shared/checks/sentences.ts';
import { reasonTexts } from '#shared/merge/index.ts';
import { fillPlaceholders, placeholdersOf } from '#shared/messages/placeholders.ts';
import { termsEn } from '#shared/messages/terms-en.ts';
import { termsZh } from '#shared/messages/terms-zh.ts';
import { refusalTexts } from '#shared/refusals/codes.ts';
import { bySpace } from '../../../../renderer/shell/all-texts.ts';

type Pair = { readonly where: string; readonly zh: string; readonly en: string };

/** English says some counts in words, in the form for one. */
const mayLackCount = /_one$/;

const pairs: readonly Pair[] = [
  ...Object.entries({ ...refusalTexts }).map(([code, text]) => ({ where: code, ...text })),
  ...Object.entries({ ...findingTexts }).map(([code, text]) => ({ where: `finding ${code}`, ...text })),
  ...Object.entries({ ...reasonTexts }).map(([code, text]) => ({ where: `reason ${code}`, ...text })),
  ...Object.entries({ ...commandTexts }).map(([key, text]) => ({ where: `command line ${key}`, ...text })),
  ...Object.entries(bySpace).flatMap(([space, { zh, en }]) => pairsOf(space, zh, en)),
  ...pairsOf('terms', leavesOf(termsZh), leavesOf(termsEn)),
];

/** A value that differs by language ends in `Zh` or `En`. */
function namesIn(where: string, text: string): string {
  const names = placeholdersOf(text).map((name) => name.replace(/(?:Zh|En)$/, ''));
  return names.filter((name) => name !== 'count' || !mayLackCount.test(where)).join();
}

function pairsOf(space: string, zh: Readonly<Record<string, string>>, en: Readonly<Record<string, string>>): Pair[] {
  return Object.entries(en).map(([key, text]) => ({
    where: `${space}.${key}`,
    zh: zh[key] ?? zh[key.replace(mayLackCount, '')] ?? zh[key.replace(mayLackCount, '_other')] ?? '',
    en: text,
  }));
}

function leavesOf(tree: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]: [string, unknown]): [string, string][] =>
      typeof value === 'string'
        ? [[key, value]]
        : typeof value === 'object' && value !== null
          ? Object.entries(leavesOf(value)).map(([below, text]) => [`${key}.${below}`, text])
          : [],
    ),
  );
}

describe('the placeholders of all texts', () => {
  it('are looked at in every place that has texts', () => {
    expect(pairs.length).toBeGreaterThan(1500);
    expect(pairs.filter(({ en }) => placeholdersOf(en).length > 0).length).toBeGreaterThan(300);
  });

  it('are the same in both languages', () => {
    const differing = pairs.filter(({ where, zh, en }) => namesIn(where, zh) !== namesIn(where, en));
    expect(differing).toEqual([]);
  });

  it('are written in one way only: a text holds no other brace, percent or dollar sign that could be meant for one', () => {
    const odd = /\$\{|\$t\(|%[sd]|\{\{|\}\}|[{}]/;
    const others = pairs.flatMap(({ where, zh, en }) =>
      [zh, en].some((text) => odd.test(text.replaceAll(/\{\w+\}/g, ''))) ? [where] : [],
    );
    expect(others).toEqual([]);
  });

  it('are names that some code gives a value: each stands in the sources outside the texts as well', () => {
    const names = new Set(pairs.flatMap(({ zh }) => placeholdersOf(zh)));
    const code = sourcesWithoutTexts();
    expect([...names].filter((name) => !new RegExp(`\\b${name}\\b`).test(code))).toEqual([]);
  });
});

describe('filling', () => {
  it('puts in every value, each time it is named, and leaves what has none', () => {
    expect(fillPlaceholders('{a} of {b}, {a}; {c}', { a: 1, b: 'two' })).toBe('1 of two, 1; {c}');
  });

  it('takes a value for what it is, whatever it looks like, and nothing from an object’s own ancestry', () => {
    expect(fillPlaceholders('{a}{constructor}', { a: '{b}$&', b: 'no' })).toBe('{b}$&{constructor}');
  });

  it('writes a value in the words asked for', () => {
    expect(
      fillPlaceholders('{stage}: {points}', { stage: 'visit', points: 3 }, (name, value) =>
        name === 'stage' ? '现场察看' : String(value),
      ),
    ).toBe('现场察看: 3');
  });
});

function sourcesWithoutTexts(): string {
  return ['shared', 'db', 'electron', 'renderer']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => /\.tsx?$/.test(path) && !/texts|refusals|reason\.ts|messages/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
}
