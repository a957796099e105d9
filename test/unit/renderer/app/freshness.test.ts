import type { QueryClient } from '@tanstack/react-query';
import { MutationObserver, QueryObserver } from '@tanstack/react-query';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createQueries, expectOthers, readAgain, type Touches } from '../../../../renderer/app/freshness.ts';

/** A board that counts how often it was read; the observer is the screen that shows it. */
function aBoard(queries: QueryClient, name: string, staleTime?: 'static') {
  let reads = 0;
  const options = { queryKey: [name], queryFn: () => `${name}, read ${++reads}`, ...(staleTime === undefined ? {} : { staleTime }) };
  return {
    show: () => {
      const observer = new QueryObserver(queries, options);
      return { leave: observer.subscribe(() => {}), seen: () => observer.getCurrentResult().data };
    },
  };
}

function someQueries(): QueryClient {
  const queries = createQueries();
  onTestFinished(() => queries.clear());
  return queries;
}

const issue = (queries: QueryClient, touches?: Touches) =>
  new MutationObserver(queries, { mutationFn: async () => 'issued', ...(touches === undefined ? {} : { meta: { touches } }) }).mutate();

test('after a round is issued, the board on screen is read again and one that was left is not shown as it was', async () => {
  const queries = someQueries();
  const [board, ranking] = [aBoard(queries, 'board'), aBoard(queries, 'ranking')];
  const left = ranking.show();
  await vi.waitFor(() => expect(left.seen()).toBe('ranking, read 1'));
  left.leave();
  const shown = board.show();
  await vi.waitFor(() => expect(shown.seen()).toBe('board, read 1'));

  await issue(queries);
  await vi.waitFor(() => expect(shown.seen()).toBe('board, read 2'));
  const again = ranking.show();
  expect(again.seen()).toBeUndefined();
  await vi.waitFor(() => expect(again.seen()).toBe('ranking, read 2'));
});

test('what is read stands until something is done, however often one comes back to it', async () => {
  const queries = someQueries();
  const board = aBoard(queries, 'board');
  const first = board.show();
  await vi.waitFor(() => expect(first.seen()).toBe('board, read 1'));
  first.leave();
  const second = board.show();
  expect(second.seen()).toBe('board, read 1');
  expect(queries.isFetching()).toBe(0);
});

test('while another window is open, what this one can not know of is read whenever one goes there', async () => {
  const queries = someQueries();
  const board = aBoard(queries, 'board');
  const first = board.show();
  await vi.waitFor(() => expect(first.seen()).toBe('board, read 1'));
  first.leave();
  expectOthers(queries, true);
  const second = board.show();
  await vi.waitFor(() => expect(second.seen()).toBe('board, read 2'));
});

test('what is kept while one types has nothing read again on the screen, and forgets what is not on it', async () => {
  const queries = someQueries();
  const [desk, list] = [aBoard(queries, 'desk'), aBoard(queries, 'list')];
  const left = list.show();
  await vi.waitFor(() => expect(left.seen()).toBe('list, read 1'));
  left.leave();
  const shown = desk.show();
  await vi.waitFor(() => expect(shown.seen()).toBe('desk, read 1'));

  await issue(queries, 'off-screen');
  expect(queries.isFetching()).toBe(0);
  expect(shown.seen()).toBe('desk, read 1');
  expect(list.show().seen()).toBeUndefined();
  // Whoever shows the same once more reads it again.
  const beside = desk.show();
  await vi.waitFor(() => expect(beside.seen()).toBe('desk, read 2'));
});

test('a file of a known hash is not read again, nor what an answer has nothing to do with', async () => {
  const queries = someQueries();
  const [file, round] = [aBoard(queries, 'file', 'static'), aBoard(queries, 'round')];
  const [shownFile, shownRound] = [file.show(), round.show()];
  await vi.waitFor(() => expect([shownFile.seen(), shownRound.seen()]).toEqual(['file, read 1', 'round, read 1']));
  readAgain(queries, 'all', [['round']]);
  expect(queries.isFetching()).toBe(0);
  await issue(queries, 'nothing');
  expect(queries.isFetching()).toBe(0);
});
