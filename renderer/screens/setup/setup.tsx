import { Button, Skeleton, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RoundDraft } from '#shared/api/rounds.ts';
import { useCore } from '../../app/core.tsx';
import { PracticeBand } from '../../parts/practice-band.tsx';
import { Page } from '../../parts/page.tsx';
import { Pending } from '../../parts/pending.tsx';
import { ApplicationsStep } from './applications-step.tsx';
import { AssignmentsStep } from './assignments-step.tsx';
import { BasicsStep } from './basics-step.tsx';
import { IssueStep } from './issue-step.tsx';
import { PanelStep } from './panel-step.tsx';
import { RubricStep } from './rubric-step.tsx';
import { RulesStep } from './rules-step.tsx';
import type { SetupStep } from './steps.ts';
import { setupSteps } from './steps.ts';

const route = getRouteApi('/setup/$round');

/** The chair prepares a round, step by step; everything is saved as it is entered. */
export function Setup() {
  const { t } = useTranslation('setup');
  const { api } = useCore();
  const { round } = route.useParams();
  const step = route.useSearch().step ?? 'basics';
  const navigate = route.useNavigate();
  const draft = useQuery(api.rounds.draft.get.queryOptions({ input: { round } }));
  const changes = useQuery(api.rounds.draft.changes.queryOptions({ input: { round } }));
  if (draft.data === undefined) {
    return (
      <Page title="…">
        <Pending error={draft.error}>
          <Skeleton h={320} />
        </Pending>
      </Page>
    );
  }
  const go = (to: SetupStep) => void navigate({ search: { step: to } });
  const next = setupSteps[setupSteps.indexOf(step) + 1];
  return (
    <>
      {draft.data.practice && <PracticeBand />}
      <Page
        title={draft.data.title}
        lead={changes.data ? t('leadReissue', { issue: changes.data.issue }) : t('lead')}
        action={next !== undefined && <Button onClick={() => go(next)}>{t('nextStep', { step: t(`step_${next}`) })}</Button>}
      >
        <Tabs
          value={step}
          onChange={(value) => go(setupSteps.find((one) => one === value) ?? 'basics')}
          keepMounted={false}
          activateTabWithKeyboard={false}
        >
          <Tabs.List aria-label={t('steps')}>
            {setupSteps.map((one, index) => (
              <Tabs.Tab key={one} value={one}>
                {index + 1} {t(`step_${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value={step} pt="md">
            <Step step={step} draft={draft.data} onGo={go} />
          </Tabs.Panel>
        </Tabs>
      </Page>
    </>
  );
}

function Step({ step, draft, onGo }: { step: SetupStep; draft: RoundDraft; onGo: (step: SetupStep) => void }) {
  switch (step) {
    case 'basics':
      return <BasicsStep draft={draft} />;
    case 'rubric':
      return <RubricStep draft={draft} />;
    case 'rules':
      return <RulesStep draft={draft} />;
    case 'panel':
      return <PanelStep draft={draft} />;
    case 'applications':
      return <ApplicationsStep draft={draft} />;
    case 'assignments':
      return <AssignmentsStep draft={draft} onRules={() => onGo('rules')} />;
    case 'issue':
      return <IssueStep draft={draft} onGo={onGo} />;
  }
}
