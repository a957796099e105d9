import { describe, expect, it } from 'vitest';
import { keptReason, type Lock, lockOf, opensWith, type LockInputs } from '#shared/scoring/index.ts';

const reason = '面积与合同不符，请复测';
const issue = '第 2 次签发有更改';
const draft: LockInputs = { mine: true, completed: false, sealed: false, returned: false, returnReason: null, reissueReason: null };

const open: Lock = { kind: 'open' };
const returnedLock: Lock = { kind: 'returned', reason };

/** Every state of a sheet: what it does to an answer that nothing names, to one that the chair returned, to one that a later issue asks anew. */
const table: readonly [string, Partial<LockInputs>, { plain: Lock; named: Lock; anew: Lock }][] = [
  ['somebody else’s', { mine: false }, { plain: { kind: 'not-mine' }, named: { kind: 'not-mine' }, anew: { kind: 'not-mine' } }],
  ['a draft', {}, { plain: open, named: returnedLock, anew: open }],
  ['complete, never sealed', { completed: true }, { plain: { kind: 'complete' }, named: { kind: 'complete' }, anew: { kind: 'complete' } }],
  ['sealed or exported', { sealed: true }, { plain: { kind: 'reason' }, named: returnedLock, anew: open }],
  [
    'sealed or exported while complete',
    { sealed: true, completed: true },
    { plain: { kind: 'reason' }, named: returnedLock, anew: { kind: 'reason' } },
  ],
  ['returned', { sealed: true, returned: true }, { plain: { kind: 'held' }, named: returnedLock, anew: open }],
  [
    'returned, and complete again',
    { sealed: true, returned: true, completed: true },
    { plain: { kind: 'held' }, named: returnedLock, anew: { kind: 'held' } },
  ],
  ['returned without ever having been sealed', { returned: true }, { plain: open, named: returnedLock, anew: open }],
];

describe.each(table)('a sheet that is %s', (_name, state, { plain, named, anew }) => {
  const standing = { ...draft, ...state };

  it('locks an answer of it as the design says', () => {
    expect(lockOf(standing)).toEqual(plain);
    expect(lockOf({ ...standing, returnReason: reason })).toEqual(named);
    expect(lockOf({ ...standing, reissueReason: issue })).toEqual(anew);
  });

  it('is changed by the core exactly where the screen opens it, whatever reason is given', () => {
    for (const more of [{}, { returnReason: reason }, { reissueReason: issue }]) {
      for (const given of [null, '', '  ', '复测后更正']) {
        const whole = { ...standing, ...more };
        const lock = lockOf(whole);
        const kept = keptReason(whole, { given, item: 'B02' });
        // A returned answer asks on the screen for a press of its button; the reason is the chair's all the same.
        expect(kept.ok).toBe(opensWith(lock, lock.kind === 'returned' ? (given ?? '') : given));
      }
    }
  });
});

describe('a change is kept', () => {
  const keep = (state: Partial<LockInputs>, given: string | null) => keptReason({ ...draft, ...state }, { given, item: 'B02' });

  it('with the reason given, or with none while nothing was sealed', () => {
    expect(keep({}, null)).toEqual({ ok: true, value: null });
    expect(keep({}, '  ')).toEqual({ ok: true, value: null });
    expect(keep({ sealed: true }, ' 复测后更正 ')).toEqual({ ok: true, value: '复测后更正' });
  });

  it('with the chair’s reason, and what the expert adds to it once', () => {
    const named = { sealed: true, returned: true, returnReason: reason };
    expect(keep(named, null)).toEqual({ ok: true, value: reason });
    expect(keep(named, ' ')).toEqual({ ok: true, value: reason });
    expect(keep(named, reason)).toEqual({ ok: true, value: reason });
    expect(keep(named, '已复测')).toEqual({ ok: true, value: `${reason} / 已复测` });
  });

  it('with the issue’s words where a later issue asks anew and nobody says more', () => {
    expect(keep({ sealed: true, reissueReason: issue }, null)).toEqual({ ok: true, value: issue });
    expect(keep({ sealed: true, reissueReason: issue }, '条款变了')).toEqual({ ok: true, value: '条款变了' });
  });

  it('or refused with the code that says why', () => {
    const code = (state: Partial<LockInputs>) => {
      const kept = keep(state, null);
      return kept.ok ? null : kept.refusal;
    };
    expect(code({ mine: false })).toEqual({ code: 'review/not-mine', details: {} });
    expect(code({ completed: true })).toEqual({ code: 'review/sheet-complete', details: {} });
    expect(code({ sealed: true })).toEqual({ code: 'review/reason-needed', details: {} });
    expect(code({ sealed: true, returned: true })).toEqual({ code: 'review/not-returned', details: { item: 'B02' } });
  });
});

it('opens with what it asks for and with nothing less', () => {
  const opens = (lock: Lock) => [null, '', ' ', '更正'].map((given) => opensWith(lock, given));
  expect(opens(open)).toEqual([true, true, true, true]);
  expect(opens({ kind: 'reason' })).toEqual([false, false, false, true]);
  expect(opens(returnedLock)).toEqual([false, true, true, true]);
  for (const kind of ['complete', 'held', 'not-mine'] as const) {
    expect(opens({ kind })).toEqual([false, false, false, false]);
  }
});
