import { createRouterClient, implement } from '@orpc/server';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test, vi } from 'vitest';
import { applicationsContract } from '#shared/api/applications.ts';
import type { ApplicationRow } from '#shared/api/applications.ts';
import { problemsOptions } from '../../../../../renderer/parts/applications/problems-options.ts';

const round = 'round-1';
const standing = { state: 'empty' as const, filled: 0, total: 3 };
const rows = ['a', 'b', 'c'].map((id): ApplicationRow => ({
  id,
  applicant: { id: `applicant-${id}`, name: '示例单位（虚构）', type: null },
  occupations: [],
  pinyin: '',
  initials: '',
  recused: id === 'c',
  readable: id !== 'c',
  stages: { document: standing, visit: standing, roadshow: standing },
}));

test('whoever leaves the list while the checks are under way finds them going on when coming back, and never once they are through', async () => {
  let asked = 0;
  const contract = implement(applicationsContract);
  const problems = contract.problems.handler(async function* ({ signal }) {
    asked += 1;
    yield { application: 'a', notMet: [], doubtful: [] };
    if (asked === 1) {
      // The first time it hangs at the second application until it is stopped.
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      return;
    }
    yield { application: 'b', notMet: ['A11'], doubtful: [] };
  });
  const api = createTanstackQueryUtils({ applications: createRouterClient({ problems }) });
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const seen = (observer: { getCurrentResult: () => { data: unknown } }) => observer.getCurrentResult().data;
  const visit = () => {
    const observer = new QueryObserver(queries, problemsOptions(api, { round, rows }));
    return { observer, leave: observer.subscribe(() => {}) };
  };

  const first = visit();
  await vi.waitFor(() => expect(seen(first.observer)).toHaveLength(1));
  first.leave();

  const second = visit();
  await vi.waitFor(() => expect(seen(second.observer)).toHaveLength(2));
  await vi.waitFor(() => expect(second.observer.getCurrentResult().isFetching).toBe(false));
  second.leave();

  const third = visit();
  expect(seen(third.observer)).toHaveLength(2);
  expect(third.observer.getCurrentResult().isFetching).toBe(false);
  third.leave();
  expect(asked).toBe(2);
  queries.clear();
});
