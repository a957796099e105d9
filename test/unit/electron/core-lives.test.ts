import { expect, test } from 'vitest';
import { keepCoreRunning } from '#electron/hosts/electron/core-lives.ts';

type Core = ReturnType<Parameters<typeof keepCoreRunning>[0]['start']>;

function someLives() {
  const ends: ((code: number) => void)[] = [];
  const told: string[] = [];
  let milliseconds = 0;
  const start = (): Core => {
    const life = Promise.withResolvers<number>();
    ends.push(life.resolve);
    const number = ends.length;
    const unasked = () => Promise.reject(new Error('not asked here'));
    return {
      ask: { registerFile: unasked, openEvidence: unasked, readEvidence: unasked, close: unasked },
      openEvidence: async () => ({ bytes: number, mediaType: '', read: unasked }),
      connectPage: () => {
        throw new Error('not asked here');
      },
      exited: life.promise,
      close: async () => life.resolve(0),
    };
  };
  const core = keepCoreRunning({
    start,
    now: () => milliseconds,
    onGone: () => told.push('gone'),
    onBack: () => told.push('back'),
    onGivenUp: (code) => told.push(`given up: ${code}`),
  });
  const crash = async (seconds: number) => {
    milliseconds += seconds * 1000;
    ends.at(-1)?.(9);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { core, crash, told, started: () => ends.length };
}

test('a core that ends by itself is followed by another, which is asked from then on', async () => {
  const { core, crash, told } = someLives();
  await crash(1);
  expect(told).toEqual(['gone', 'back']);
  expect((await core.openEvidence(''))?.bytes).toBe(2);
});

test('one that ends four times within a minute is given up, once in a while is not', async () => {
  const often = someLives();
  for (let time = 0; time < 4; time += 1) {
    await often.crash(10);
  }
  expect(often.told.slice(-2)).toEqual(['gone', 'given up: 9']);
  expect(often.started()).toBe(4);
  const seldom = someLives();
  for (let time = 0; time < 8; time += 1) {
    await seldom.crash(25);
  }
  expect(seldom.started()).toBe(9);
});

test('one that is closed is not started again, and nobody is told', async () => {
  const { core, told, started } = someLives();
  await core.close();
  await new Promise((resolve) => setImmediate(resolve));
  expect([told, started()]).toEqual([[], 1]);
});
