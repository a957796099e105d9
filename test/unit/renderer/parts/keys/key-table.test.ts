import { expect, it } from 'vitest';
import type { KeyTable, Press } from '../../../../../renderer/parts/keys/key-table.ts';
import { keyLabel, keyName, shortcutFor } from '../../../../../renderer/parts/keys/key-table.ts';
import { deskKeys } from '../../../../../renderer/screens/desk/desk-keys.ts';
import { evidenceKeys } from '../../../../../renderer/screens/desk/evidence/evidence-keys.ts';
import { listKeys } from '../../../../../renderer/screens/applications/list-keys.ts';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...held,
});

it('names a press the same with capitals locked, in full width, and on any keyboard', () => {
  expect(keyName(press('J'))).toBe('j');
  expect(keyName(press('ｊ'))).toBe('j');
  expect(keyName(press('？', { shiftKey: true }))).toBe('?');
  expect(keyName(press('?'))).toBe('?');
  expect(keyName(press('A', { shiftKey: true }))).toBe('Shift+a');
  expect(keyName(press('Enter', { metaKey: true }))).toBe('Ctrl+Enter');
  expect(keyName(press('ArrowDown', { altKey: true }))).toBe('Alt+ArrowDown');
});

it('does nothing while text is typed, unless the key types nothing', () => {
  const table: KeyTable<'next' | 'anywhere'> = [
    { action: 'next', keys: ['j'] },
    { action: 'anywhere', keys: ['Alt+ArrowUp', 'Alt+ArrowDown'], whileTyping: true },
  ];
  expect(shortcutFor(table, press('j'), false)).toEqual({ action: 'next', index: 0 });
  expect(shortcutFor(table, press('j'), true)).toBeNull();
  expect(shortcutFor(table, press('ArrowDown', { altKey: true }), true)).toEqual({ action: 'anywhere', index: 1 });
  expect(shortcutFor(table, press('j', { ctrlKey: true }), false)).toBeNull();
});

it('prints keys as they are on the keyboard', () => {
  expect(['j', 'Shift+a', 'Alt+ArrowDown', 'Ctrl+Enter', '?', '1'].map(keyLabel)).toEqual([
    'J',
    'Shift+A',
    'Alt+↓',
    'Ctrl+Enter',
    '?',
    '1',
  ]);
});

it.each<[string, KeyTable<string>]>([
  ['list', listKeys],
  ['desk, sheet and evidence', [...deskKeys, ...evidenceKeys]],
])('gives each key of the %s to one action, and text keys to none while typing', (_name, table) => {
  const keys = table.flatMap((line) => line.keys);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { keys: own, whileTyping } of table) {
    expect(whileTyping === true && own.some((key) => key.length === 1)).toBe(false);
  }
});
