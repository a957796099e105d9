import { expect, test } from 'vitest';
import type { ClockEvent } from '#shared/domain/roadshow.ts';
import { clockFace, defaultLimits, isRunning, readClock } from '#shared/roadshow/clock.ts';

const start = Date.parse('2026-11-24T09:00:00+08:00');
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();
const event = (seconds: number, phase: ClockEvent['phase'], action: ClockEvent['action']): ClockEvent => ({
  phase,
  action,
  at: at(seconds),
});
const read = (events: readonly ClockEvent[], seconds: number) => readClock(events, defaultLimits, start + seconds * 1000);

test('a clock nobody pressed shows the whole time', () => {
  const { phase, talk, questions } = read([], 100);
  expect([phase, talk.state, clockFace(talk), clockFace(questions)]).toEqual(['talk', 'ready', '10:00', '10:00']);
});

test.each([
  [0, '10:00', 'in-time'],
  [539, '01:01', 'in-time'],
  [540, '01:00', 'warning'],
  [600, '00:00', 'warning'],
  [601, '+00:01', 'overtime'],
  [4200, '+60:00', 'overtime'],
])('%i seconds into the talk it shows %s, %s', (seconds, face, standing) => {
  const { talk } = read([event(0, 'talk', 'start')], seconds);
  expect([clockFace(talk), talk.standing]).toEqual([face, standing]);
});

test('a pause does not count, however long', () => {
  const events = [event(0, 'talk', 'start'), event(60, 'talk', 'pause'), event(360, 'talk', 'resume')];
  expect(clockFace(read(events, 420).talk)).toBe('08:00');
  expect(isRunning(events)).toBe(true);
  expect(isRunning(events.slice(0, 2))).toBe(false);
  expect(clockFace(read(events.slice(0, 2), 9999).talk)).toBe('09:00');
});

test('starting the questions ends the talk', () => {
  const { phase, talk, questions } = read([event(0, 'talk', 'start'), event(500, 'questions', 'start')], 530);
  expect([phase, talk.state, talk.elapsedSeconds]).toEqual(['questions', 'ended', 500]);
  expect([questions.state, clockFace(questions)]).toEqual(['running', '09:30']);
});

test('a phase that was ended stands still, and started again begins anew', () => {
  const events = [event(0, 'talk', 'start'), event(90, 'talk', 'end')];
  expect([read(events, 1000).talk.state, read(events, 1000).talk.elapsedSeconds]).toEqual(['ended', 90]);
  expect(read([...events, event(200, 'talk', 'start')], 210).talk.elapsedSeconds).toBe(10);
});

test('a second press of the same button adds no time', () => {
  const events = [event(0, 'talk', 'start'), event(10, 'talk', 'pause'), event(20, 'talk', 'pause'), event(30, 'talk', 'resume')];
  expect(read([...events, event(40, 'talk', 'resume')], 50).talk.elapsedSeconds).toBe(30);
});
