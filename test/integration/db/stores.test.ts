import { expect, test } from 'vitest';
import type { ScoreDocument } from '#shared/packages/documents.ts';
import type { KeptPackage } from '#db/stores/packages.ts';
import { anAnswer, anApplication, aRound, slot } from './fixtures/domain.ts';
import { openTestStores } from './fixtures/records.ts';

const address = { round: 'r', application: 'a1', stage: 'visit' } as const;

function storesWithRound() {
  const stores = openTestStores();
  stores.rounds.saveDraft({ id: 'r', title: '第一批', practice: false, document: {} });
  return stores;
}

test('every answer that was replaced stays, with its time and why it gave way', () => {
  const { sheets } = storesWithRound();
  sheets.record(address, { slot: slot('D01'), answer: anAnswer('1.00', 'first'), reason: null });
  sheets.record(address, { slot: slot('D01'), answer: anAnswer('2.00', 'second'), reason: null });
  const entry = sheets.record(address, { slot: slot('D01'), answer: anAnswer(null, ''), reason: '看错了' });
  expect(entry.history.map(({ points, comment, reason }) => [points, comment, reason])).toEqual([
    ['1.00', 'first', null],
    ['2.00', 'second', '看错了'],
  ]);
  expect(new Set([entry.recordedAt, ...entry.history.map(({ recordedAt }) => recordedAt)]).size).toBe(3);
  expect(sheets.read(address)?.entries).toEqual([entry]);
});

test('the same answer again adds nothing to the history or the chain', () => {
  const { sheets, audit } = storesWithRound();
  const once = sheets.record(address, { slot: slot('D01'), answer: anAnswer('1.00'), reason: null });
  const { count } = audit.head();
  expect(sheets.record(address, { slot: slot('D01'), answer: anAnswer('1.00'), reason: null })).toEqual(once);
  expect(audit.head().count).toBe(count);
});

test('one item in two occupations and two level groups is four entries, and each keeps its own history', () => {
  const { sheets } = storesWithRound();
  for (const round of ['1.00', '2.00']) {
    for (const occupation of ['焊工', '电工']) {
      for (const levelGroup of ['skilled', 'technician'] as const) {
        sheets.record(address, {
          slot: { item: 'D01', occupation, levelGroup },
          answer: anAnswer(round, occupation + levelGroup),
          reason: null,
        });
      }
    }
  }
  const entries = sheets.read(address)?.entries ?? [];
  expect(entries).toHaveLength(4);
  for (const entry of entries) {
    expect(entry.comment).toBe(`${entry.occupation}${entry.levelGroup}`);
    expect(entry.history.map(({ points, comment }) => [points, comment])).toEqual([['1.00', entry.comment]]);
  }
});

test('progress counts answers that say something, over all sheets at once', () => {
  const { sheets } = storesWithRound();
  sheets.record(address, { slot: slot('D01'), answer: anAnswer('0.00'), reason: null });
  sheets.record(address, { slot: slot('D02'), answer: anAnswer(null, 'only a comment'), reason: null });
  sheets.record(address, { slot: slot('D03'), answer: { ...anAnswer(null), verdict: 'not-applicable' }, reason: null });
  sheets.record(address, { slot: slot('D03'), answer: { ...anAnswer(null), verdict: 'met' }, reason: null });
  sheets.setMethods({ ...address, application: 'a2' }, { methods: ['inspection'], reason: null });
  sheets.complete(address);
  expect(sheets.progress('r').map(({ application, filled, completedAt }) => [application, filled, completedAt !== null])).toEqual([
    ['a1', 2, true],
    ['a2', 0, false],
  ]);
  sheets.reopen(address, null);
  expect(sheets.read(address)?.completedAt).toBeNull();
  expect(sheets.read({ ...address, application: 'a2' })?.methods).toEqual(['inspection']);
});

test('where the expert left off is remembered and is no event', () => {
  const { sheets, audit } = storesWithRound();
  sheets.setMethods(address, { methods: [], reason: null });
  const { count } = audit.head();
  sheets.setResumeAt(address, slot('D07'));
  expect([sheets.resumeAt(address), audit.head().count]).toEqual([slot('D07'), count]);
});

test('a sheet knows whether it was sealed and whether it changed since', () => {
  const { sheets, seals } = storesWithRound();
  sheets.record(address, { slot: slot('D01'), answer: anAnswer('1.00'), reason: null });
  const sealNow = () =>
    seals.seal('r', ({ sequence, sealedAt, audit }) => aScore({ sequence, sealedAt, audit, sheets: sheets.readAll('r') }));
  const first = sealNow();
  expect(sheets.progress('r')[0]?.sealed).toEqual({ sequence: 1, changedSince: false });
  expect(seals.changedSince('r')).toBe(false);
  sheets.record(address, { slot: slot('D01'), answer: anAnswer('1.50'), reason: '复核' });
  expect(sheets.progress('r')[0]?.sealed).toEqual({ sequence: 1, changedSince: true });
  expect(seals.changedSince('r')).toBe(true);
  sealNow();
  expect(sheets.progress('r')[0]?.sealed).toEqual({ sequence: 2, changedSince: false });
  seals.recordExport({ round: 'r', sequence: 1, sha256: 'd'.repeat(64), file: 'x.lpscore', bytes: 9 });
  expect(seals.get({ round: 'r', sequence: 1 })).toMatchObject({ document: first.document, exports: [{ file: 'x.lpscore' }] });
  expect(seals.latest('r')?.sequence).toBe(2);
});

test('what fails inside a transaction leaves neither rows nor events', () => {
  const { sheets, audit, records } = storesWithRound();
  const before = audit.head();
  expect(() =>
    records.transaction(() => {
      sheets.record(address, { slot: slot('D01'), answer: anAnswer('1.00'), reason: null });
      throw new Error('no');
    }),
  ).toThrow('no');
  expect([sheets.read(address), audit.head()]).toEqual([null, before]);
});

test('an answer for a round that does not exist is a bug, not a row', () => {
  const { sheets, audit } = openTestStores();
  expect(() => sheets.record(address, { slot: slot('D01'), answer: anAnswer('1.00'), reason: null })).toThrow('FOREIGN KEY');
  expect(audit.head().count).toBe(0);
});

test('a column takes only its own type', () => {
  const { database } = storesWithRound();
  expect(() => database.prepare("INSERT INTO round_application VALUES ('r', 'x', 1, 'a', 'b')").run()).toThrow();
  expect(() =>
    database.prepare("INSERT INTO recusal (round, applicant, state, reason, recorded_at) VALUES ('r', 'x', 'declared', X'00', '')").run(),
  ).toThrow('cannot store BLOB value in TEXT column');
});

test('rows that record something can be neither changed nor deleted nor replaced', () => {
  const { sheets, database } = storesWithRound();
  sheets.record(address, { slot: slot('D01'), answer: anAnswer('1.00'), reason: null });
  for (const statement of [
    "UPDATE answer SET points = '3.00'",
    'DELETE FROM answer',
    "UPDATE audit_event SET kind = 'x'",
    'DELETE FROM audit_event',
    "INSERT OR REPLACE INTO audit_event SELECT seq, at, 'other', payload, previous, hash FROM audit_event WHERE seq = 1",
  ]) {
    expect(() => database.exec(statement), statement).toThrow('append-only');
  }
});

test.each([
  ['a changed payload', "UPDATE audit_event SET payload = '{}' WHERE seq = 2", 2],
  ['a changed time', "UPDATE audit_event SET at = '2030-01-01T00:00:00+08:00' WHERE seq = 3", 3],
  ['an event taken out', 'DELETE FROM audit_event WHERE seq = 2', 2],
])('the chain shows %s', (_what, tampering, brokenAt) => {
  const { audit, database } = openTestStores();
  for (const number of [1, 2, 3, 4]) {
    audit.append('test/event', { number });
  }
  expect(audit.verifyChain()).toEqual({ holds: true, count: 4 });
  database.exec(`DROP TRIGGER audit_event_no_update; DROP TRIGGER audit_event_no_delete; ${tampering}`);
  expect(audit.verifyChain()).toEqual({ holds: false, brokenAt });
});

test('a round goes from draft to issued once, and the same package again changes nothing', () => {
  const { rounds } = storesWithRound();
  const round = aRound('r');
  const signed = { round, sha256: 'e'.repeat(64), state: 'issued', me: 'chair', roles: ['chair'] } as const;
  const fix = () => rounds.fix({ ...signed, roles: [...signed.roles] });
  expect([fix(), fix()]).toEqual(['taken', 'unchanged']);
  expect(rounds.draft('r')).toBeNull();
  expect(rounds.get('r')).toMatchObject({ round, issue: 1, me: 'chair', roles: ['chair'], state: 'issued' });
  expect(() => rounds.saveDraft({ id: 'r', title: '', practice: false, document: {} })).toThrow('not a draft');
  expect(rounds.list()).toMatchObject([{ id: 'r', state: 'issued', title: '第一批' }]);
});

test('an application is kept once, is in its round until it is taken out, and its files are found by hash', () => {
  const { applications } = storesWithRound();
  const file = { sha256: 'f'.repeat(64), name: '合同.pdf', bytes: 12, class: 'lease', problem: null } as const;
  const application = anApplication('a1', { attachments: [file] });
  const keep = () => applications.keep({ bundle: '1'.repeat(64), bytes: 100, signer: null, application });
  expect([keep(), keep()]).toEqual(['taken', 'unchanged']);
  const inRound = { round: 'r', bundle: '1'.repeat(64) };
  applications.addToRound(inRound);
  applications.addToRound(inRound);
  expect(applications.inRound('r')).toMatchObject([{ id: 'a1', applicant: '机构a1' }]);
  applications.removeFromRound(inRound);
  expect(applications.inRound('r')).toEqual([]);
  applications.addToRound(inRound);
  expect(applications.inRound('r')).toHaveLength(1);
  expect(applications.get('1'.repeat(64))?.application).toEqual(application);
  expect(applications.attachment(file.sha256)).toEqual({ bundle: '1'.repeat(64), name: '合同.pdf', bytes: 12 });
});

test('a package keeps its exact document and tag files while its state moves on', () => {
  const { packages, audit } = openTestStores();
  const received: Omit<KeptPackage, 'receivedAt'> = {
    sha256: '2'.repeat(64),
    kind: 'score',
    format: 1,
    round: 'r',
    expert: 'e1',
    sequence: 1,
    signer: 'key',
    document: '{ "as":"it came" }',
    file: 'e1.lpscore',
    bytes: 5,
    state: 'received',
    code: null,
  };
  const tagFiles = new Map([['signatures/key.jws', Buffer.from([1, 2, 255])]]);
  expect(packages.keep(received, tagFiles)).toBe('taken');
  const { count } = audit.head();
  expect(packages.keep({ ...received, file: 'again.lpscore' }, tagFiles)).toBe('unchanged');
  expect(audit.head().count).toBe(count);
  packages.setState(received.sha256, { state: 'set-aside', code: 'merge/equivocation' });
  expect(packages.list({ round: 'r', kind: 'score' })).toMatchObject([{ ...received, state: 'set-aside', code: 'merge/equivocation' }]);
  expect([...packages.tagFiles(received.sha256)]).toEqual([['signatures/key.jws', Buffer.from([1, 2, 255])]]);
});

test('a later decision on the same matter supersedes the earlier, which stays on file', () => {
  const { resolutions } = storesWithRound();
  const gate = { kind: 'gate', application: 'a1', occupation: null, levelGroup: null, item: 'G01', by: 'chair' } as const;
  resolutions.add('r', { ...gate, verdict: 'met', reason: 'one' });
  resolutions.add('r', { ...gate, item: 'G02', verdict: 'met', reason: 'two' });
  resolutions.add('r', { ...gate, verdict: 'not-met', reason: 'three' });
  expect(resolutions.current('r').map(({ reason }) => reason)).toEqual(['two', 'three']);
  expect(resolutions.all('r').map(({ superseded }) => superseded)).toEqual([true, false, false]);
  // Numbered within the round.
  expect(resolutions.current('r').map(({ sequence }) => sequence)).toEqual([2, 3]);
  const exclusion = { expert: 'e1', application: null, by: 'chair', reason: 'four' } as const;
  resolutions.add('r', { kind: 'exclude-expert', ...exclusion });
  resolutions.add('r', { kind: 'withdraw-exclusion', ...exclusion });
  expect(resolutions.current('r').map(({ kind }) => kind)).toEqual(['gate', 'gate', 'withdraw-exclusion']);
});

test('a recusal can be withdrawn and declared again', () => {
  const { declarations } = storesWithRound();
  const recuse = (state: 'declared' | 'withdrawn', reason: string) => {
    declarations.recuse('r', { applicant: 'x', state, reason });
  };
  recuse('declared', 'relative');
  recuse('withdrawn', 'mistaken');
  expect(declarations.recusals('r')).toEqual([]);
  recuse('declared', 'after all');
  expect(declarations.recusals('r')).toMatchObject([{ applicant: 'x', reason: 'after all' }]);
});

test('a key counts as compared until that is taken back', () => {
  const { cards } = openTestStores();
  cards.setCompared({ keyId: 'k', compared: true });
  expect(cards.isCompared('k')).toBe(true);
  cards.setCompared({ keyId: 'k', compared: false });
  expect(cards.isCompared('k')).toBe(false);
});

function aScore(changes: Pick<ScoreDocument, 'sequence' | 'sealedAt' | 'audit' | 'sheets'>): ScoreDocument {
  return {
    kind: 'score',
    format: 1,
    round: { id: 'r', sha256: 'e'.repeat(64) },
    rubricSha256: 'a'.repeat(64),
    rulesSha256: 'b'.repeat(64),
    expert: { id: 'e1', name: '专家', key: 'key' },
    declarations: [],
    recusals: [],
    ...changes,
  };
}
