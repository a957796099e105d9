import { expect, test } from 'vitest';
import { Connection, type ConnectionState, type Entered } from '../../../../../renderer/app/connection/connection.ts';
import { HandClock, settle } from '../answers/hand-wound.ts';

function aConnection({ looks, entered = { kind: 'entered' } }: { looks: ConnectionState[]; entered?: Entered }) {
  const clock = new HandClock();
  let looked = 0;
  const connection = new Connection({
    look: async () => {
      looked += 1;
      return looks.shift() ?? 'gone';
    },
    enter: async () => entered,
    after: clock.after,
  });
  const told: ConnectionState[] = [];
  connection.subscribe(() => told.push(connection.state()));
  return { clock, connection, told, looked: () => looked };
}

test('a host that does not answer is looked for every second until it does, and not any more after that', async () => {
  const { clock, connection, told, looked } = aConnection({ looks: ['gone', 'gone', 'there'] });
  connection.lose();
  connection.lose();
  await settle();
  expect([connection.state(), looked()]).toEqual(['gone', 1]);
  await clock.pass(999);
  expect(looked()).toBe(1);
  await clock.pass(1001);
  expect(connection.state()).toBe('there');
  await clock.pass(60_000);
  expect(looked()).toBe(3);
  expect(told).toEqual(['gone', 'there']);
});

test('a host that is back lets the page in for the passphrase', async () => {
  const { clock, connection, told } = aConnection({ looks: ['gone', 'back', 'back'] });
  connection.lose();
  await settle();
  await clock.pass(1000);
  expect(connection.state()).toBe('back');
  expect(await connection.enter('口令')).toBeNull();
  await clock.pass(5000);
  expect(told).toEqual(['gone', 'back', 'there']);
});

test('a wrong passphrase is refused where it was typed, and the host stays back', async () => {
  const refusal = { code: 'workspace/passphrase-wrong', details: {} } as const;
  const { connection } = aConnection({ looks: ['back'], entered: { kind: 'refused', refusal } });
  connection.lose();
  await settle();
  expect(await connection.enter('另一个')).toEqual(refusal);
  expect(connection.state()).toBe('back');
});

test('a host that ends again before it lets anybody in is looked for again', async () => {
  const { clock, connection, told } = aConnection({ looks: ['back', 'gone', 'back'], entered: { kind: 'gone' } });
  connection.lose();
  await settle();
  expect(await connection.enter('口令')).toBeNull();
  expect(connection.state()).toBe('gone');
  await clock.pass(2000);
  expect(told).toEqual(['gone', 'back', 'gone', 'back']);
});

test('what is looked up is old news once somebody has gone in meanwhile', async () => {
  const slow = Promise.withResolvers<ConnectionState>();
  const clock = new HandClock();
  const connection = new Connection({ look: () => slow.promise, enter: async () => ({ kind: 'entered' }), after: clock.after });
  connection.lose();
  await connection.enter('口令');
  slow.resolve('back');
  await settle();
  expect(connection.state()).toBe('there');
  expect(clock.waiting).toBe(0);
});

test('whoever no longer wants to know is not told', async () => {
  const { connection } = aConnection({ looks: [] });
  let told = 0;
  connection.subscribe(() => (told += 1))();
  connection.lose();
  expect(told).toBe(0);
});
