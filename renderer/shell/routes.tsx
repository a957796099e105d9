import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import * as z from 'zod';
import { stageSchema } from '#shared/domain/values.ts';
import { listSearchSchema } from '../parts/applications/list-search.ts';
import { Applications } from '../screens/applications/applications.tsx';
import { Declarations } from '../screens/declarations/declarations.tsx';
import { Desk } from '../screens/desk/desk.tsx';
import { Confirmation } from '../screens/intake/confirmation.tsx';
import { MergeBoard } from '../screens/merge/merge-board.tsx';
import { Overview } from '../screens/overview/overview.tsx';
import { RankingScreen } from '../screens/ranking/ranking.tsx';
import { ResultScreen } from '../screens/result/result.tsx';
import { ClockScreen } from '../screens/roadshow/clock-screen.tsx';
import { Roadshow } from '../screens/roadshow/roadshow.tsx';
import { Rounds } from '../screens/rounds/rounds.tsx';
import { SettingsScreen } from '../screens/settings/settings.tsx';
import { Setup } from '../screens/setup/setup.tsx';
import { setupSteps } from '../screens/setup/steps.ts';
import { SubmissionScreen } from '../screens/submission/submission.tsx';
import { ReceivedVisits } from '../screens/visit/received.tsx';
import { Visit } from '../screens/visit/visit.tsx';
import { ErrorScreen } from './error-screen.tsx';
import { RoundFrame } from './round-frame.tsx';
import { Shell } from './shell.tsx';

const rootRoute = createRootRoute({ component: Shell, errorComponent: ErrorScreen, notFoundComponent: Rounds });
const rounds = createRoute({ getParentRoute: () => rootRoute, path: '/', component: Rounds });
const settings = createRoute({ getParentRoute: () => rootRoute, path: '/settings', component: SettingsScreen });
const setup = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup/$round',
  component: Setup,
  validateSearch: z.object({ step: z.enum(setupSteps).optional().catch(undefined) }),
});
const intake = createRoute({ getParentRoute: () => rootRoute, path: '/setup/$round/intake/$reading', component: Confirmation });
const round = createRoute({ getParentRoute: () => rootRoute, path: '/rounds/$round', component: RoundFrame });
const applications = createRoute({
  getParentRoute: () => round,
  path: '/applications',
  component: Applications,
  validateSearch: listSearchSchema,
});
const desk = createRoute({
  getParentRoute: () => round,
  path: '/desk/$application/$stage',
  component: Desk,
  params: {
    parse: (raw) => ({ application: raw.application, stage: stageSchema.catch('document').parse(raw.stage) }),
    stringify: (params) => ({ application: params.application, stage: params.stage }),
  },
  validateSearch: z.object({
    slot: z.string().optional().catch(undefined),
    file: z.string().optional().catch(undefined),
    beside: z.string().optional().catch(undefined),
    /** The list one came from, so that the way back and the next applicant are its. */
    list: listSearchSchema.optional().catch(undefined),
  }),
  // A visit is not scored at a desk: every way to its sheet leads to the screen made for walking.
  beforeLoad: ({ params, search }) => {
    if (params.stage === 'visit') {
      const { slot, list } = search;
      // TanStack Router takes a redirect as what is thrown.
      // oxlint-disable-next-line typescript/only-throw-error
      throw redirect({
        to: '/rounds/$round/visit/$application',
        params: { round: params.round, application: params.application },
        search: { slot, list },
        replace: true,
      });
    }
  },
});
const roadshow = createRoute({
  getParentRoute: () => round,
  path: '/roadshow',
  component: Roadshow,
  validateSearch: z.object({
    /** Whose roadshow; where absent, that of the day's present or next applicant. */
    applicant: z.string().optional().catch(undefined),
    slot: z.string().optional().catch(undefined),
  }),
});
const clock = createRoute({ getParentRoute: () => rootRoute, path: '/clock/$round', component: ClockScreen });
const overview = createRoute({ getParentRoute: () => round, path: '/overview', component: Overview });
const visit = createRoute({
  getParentRoute: () => round,
  path: '/visit/$application',
  component: Visit,
  validateSearch: z.object({
    slot: z.string().optional().catch(undefined),
    list: listSearchSchema.optional().catch(undefined),
  }),
});
const receivedVisits = createRoute({ getParentRoute: () => round, path: '/visits/$application', component: ReceivedVisits });
const declarations = createRoute({ getParentRoute: () => round, path: '/declarations', component: Declarations });
const submission = createRoute({ getParentRoute: () => round, path: '/submission', component: SubmissionScreen });
const merge = createRoute({ getParentRoute: () => round, path: '/merge', component: MergeBoard });
const ranking = createRoute({ getParentRoute: () => round, path: '/ranking', component: RankingScreen });
const result = createRoute({ getParentRoute: () => round, path: '/result', component: ResultScreen });

const routeTree = rootRoute.addChildren([
  rounds,
  settings,
  setup,
  intake,
  clock,
  round.addChildren([overview, declarations, applications, desk, visit, receivedVisits, roadshow, submission, merge, ranking, result]),
]);

/** The router of the whole window; addresses live after `#`, so that any origin can serve the page. */
export function createAppRouter() {
  return createRouter({ routeTree, history: createHashHistory(), defaultErrorComponent: ErrorScreen, scrollRestoration: true });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
