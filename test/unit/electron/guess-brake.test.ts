import { expect, test } from 'vitest';
import { GuessBrake } from '#electron/hosts/loopback/guess-brake.ts';

function aBrake() {
  let milliseconds = 0;
  const brake = new GuessBrake(() => new Date(milliseconds));
  return { brake, pass: (seconds: number) => void (milliseconds += seconds * 1000) };
}

test('after three wrong passphrases the next one waits 2, 4, 8 … and never more than 60 seconds', () => {
  const { brake, pass } = aBrake();
  const pauses = Array.from({ length: 10 }, () => {
    brake.wrong();
    const left = brake.secondsLeft();
    pass(left);
    expect(brake.secondsLeft()).toBe(0);
    return left;
  });
  expect(pauses).toEqual([0, 0, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('a pause is counted down in whole seconds, and a right one ends it', () => {
  const { brake, pass } = aBrake();
  for (let guess = 0; guess < 4; guess += 1) {
    brake.wrong();
  }
  pass(1.5);
  expect(brake.secondsLeft()).toBe(3);
  brake.right();
  expect(brake.secondsLeft()).toBe(0);
  brake.wrong();
  expect(brake.secondsLeft()).toBe(0);
});
