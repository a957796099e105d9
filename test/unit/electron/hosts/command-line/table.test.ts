import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { languageOf } from '#electron/hosts/command-line/language.ts';
import { table } from '#electron/hosts/command-line/table.ts';

describe('a table', () => {
  test('lines its columns up although a Chinese character takes two places', () => {
    const text = table(
      [
        { title: '单位', align: 'left' },
        { title: 'Total', align: 'right' },
      ],
      [
        ['示例学校', '9.50'],
        ['ABC', '100.00'],
      ],
    );
    const lines = text.split('\n');
    expect(lines).toEqual(['单位       Total', '────────  ──────', '示例学校    9.50', 'ABC       100.00']);
    expect(new Set(lines.map((line) => stringWidth(line))).size).toBe(1);
  });
});

describe('the language', () => {
  test('is the one asked for, else the environment’s, else Chinese', () => {
    expect(languageOf(['check', '--lang', 'en'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
    expect(languageOf(['--lang=zh'], { LC_ALL: 'en_US.UTF-8' })).toBe('zh');
    expect(languageOf([], { LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' })).toBe('en');
    expect(languageOf([], { LANG: 'C' })).toBe('zh');
    expect(languageOf([], {})).toBe('zh');
  });
});
