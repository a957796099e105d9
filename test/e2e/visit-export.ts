import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ScoreDocument } from '#shared/packages/documents.ts';
import { objection } from './visit-sheet.ts';

/** Expects in an opened package what three visits recorded: measurements, comparisons, photos, signatures, and `photo` in each of them. */
export async function expectWholeExport({ bag, document }: { bag: string; document: ScoreDocument }, photo: Buffer): Promise<void> {
  const visits = document.sheets.filter(({ stage }) => stage === 'visit');
  expect(visits).toHaveLength(3);
  const files = new Set((await readdir(join(bag, 'data/files'))).map((name) => name.split('.')[0]));
  for (const name of await readdir(join(bag, 'data/files'))) {
    const bytes = await readFile(join(bag, 'data/files', name));
    expect(name.split('.')[0]).toBe(createHash('sha256').update(bytes).digest('hex'));
  }
  for (const { visit, entries } of visits) {
    const [theory, agreement] = ['B02', 'B12'].map((code) => entries.find((entry) => entry.item === code));
    expect(theory).toMatchObject({ value: { kind: 'number', number: '62.4' }, measurements: [{ number: '40.2' }, { number: '22.2' }] });
    // B12 is made of the comparisons that travel with it.
    const comparisons = visit?.record.comparisons ?? [];
    const agreeing = comparisons.filter(({ agrees }) => agrees).length;
    expect(agreement?.value).toEqual({ kind: 'ratio', count: String(agreeing), of: String(comparisons.length) });
    expect(comparisons.map(({ subject }) => subject)).toContain('专职人员花名册（示例）');
    expect(entries.flatMap(({ measurements = [] }) => measurements).length).toBeGreaterThanOrEqual(12);
    expect(visit?.photos.length).toBeGreaterThanOrEqual(6);
    expect(visit?.signatures.map(({ role }) => role)).toEqual(expect.arrayContaining(['expert', 'applicant']));
    for (const photo of visit?.photos ?? []) {
      expect(files.has(photo.sha256)).toBe(true);
      expect(photo.screenCopy === null || files.has(photo.screenCopy)).toBe(true);
    }
    for (const signature of visit?.signatures ?? []) {
      expect(files.has(signature.shown)).toBe(true);
      expect(signature.way === 'paper' || files.has(signature.image ?? '')).toBe(true);
    }
  }
  // What was signed is a file: its own name is its hash, and it says what the screen said.
  const shown = visits.flatMap(({ visit }) => visit?.signatures ?? [])[0]?.shown ?? '';
  const text = await readFile(join(bag, 'data/files', `${shown}.json`));
  expect(createHash('sha256').update(text).digest('hex')).toBe(shown);
  expect(text.toString('utf8')).toContain(objection);
  // The same photo served three applicants.
  const original = createHash('sha256').update(photo).digest('hex');
  expect(visits.every(({ visit }) => visit?.photos.some(({ sha256 }) => sha256 === original))).toBe(true);
  expect(files.has(original)).toBe(true);
  expect(visits.flatMap(({ visit }) => visit?.photos ?? []).some(({ marks }) => marks.length === 2)).toBe(true);
}
