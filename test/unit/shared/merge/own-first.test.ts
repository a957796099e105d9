import { describe, expect, it } from 'vitest';
import type { Conflict } from '#shared/merge/conflicts.ts';
import { isShownBefore } from '#shared/merge/own-first.ts';
import { rubric } from '../../../fixtures/random-round.ts';

const conflict = (kind: Conflict['kind'], matter: Partial<Conflict> = {}): Conflict => ({
  kind,
  application: 'a1',
  occupation: null,
  levelGroup: null,
  item: null,
  stage: null,
  experts: ['e2'],
  statements: [],
  candidates: [],
  resolved: false,
  ...matter,
});
const tie = conflict('tie', {
  application: null,
  candidates: ['a1', 'a2'].map((application) => ({ application, occupation: '无人机驾驶员' })),
});

describe('own work comes first: before I sealed the document sheet of a1', () => {
  const shown = (matter: Conflict) => isShownBefore(matter, rubric, [{ application: 'a1', stage: 'document' }]);

  it.each<[string, Conflict, boolean]>([
    // These say nothing of what others gave.
    ['a missing sheet is shown', conflict('missing-sheet', { stage: 'document' }), true],
    ['that nobody counts is shown', conflict('nobody-counts'), true],
    ['two contents under one number are shown', conflict('equivocation', { application: null }), true],
    ['two contents under one number of the very application are shown', conflict('equivocation'), true],
    // These do.
    ['a measurement of that sheet is not', conflict('measurement', { item: 'A06' }), false],
    ['a gate of that sheet is not', conflict('gate', { item: 'G01' }), false],
    ['a deviation of totals is not, whatever the stage', conflict('deviation'), false],
    ['a tie that a1 is in is not', tie, false],
    // These are of other sheets.
    ['a measurement of another stage is shown', conflict('measurement', { item: 'B02' }), true],
    ['a measurement of another application is shown', conflict('measurement', { application: 'a2', item: 'A06' }), true],
    ['a deviation at another application is shown', conflict('deviation', { application: 'a2' }), true],
    ['a tie among others is shown', { ...tie, candidates: [{ application: 'a2', occupation: '电子竞技员' }] }, true],
  ])('%s', (_, matter, isShown) => {
    expect(shown(matter)).toBe(isShown);
  });

  it('everything is shown once all of my sheets are sealed', () => {
    expect([conflict('measurement', { item: 'A06' }), conflict('deviation'), tie].every((each) => isShownBefore(each, rubric, []))).toBe(
      true,
    );
  });
});
