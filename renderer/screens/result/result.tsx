import { Code, EmptyState, List, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ResultCheck } from '#shared/api/results.ts';
import { sentenceOfCode } from '#shared/refusals/sentence.ts';
import { useCore } from '../../app/core.tsx';
import { refusalOf } from '../../app/refusal.ts';
import { useLanguage } from '../../app/language.ts';
import { DropArea } from '../../parts/drop-area.tsx';
import { ElectionRecord } from '../../parts/election/election-record.tsx';
import { dateAndTime } from '../../parts/format.ts';
import { ImportOutcomes } from '../../parts/import-outcomes.tsx';
import { useImporting } from '../../parts/use-importing.ts';
import { Notice } from '../../parts/notice.tsx';
import { Page } from '../../parts/page.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { WorkProgress } from '../../parts/work-progress.tsx';
import { StatedRanking } from './stated-ranking.tsx';
import { LeftOut } from './left-out.tsx';
import { SignatureTable } from './signature-table.tsx';

const route = getRouteApi('/rounds/$round/result');

/** One green or red page: whether a result holds, checked on this computer by whoever is on the panel. */
export function ResultScreen() {
  const { t } = useTranslation('result');
  const { t: e } = useTranslation('election');
  const { api } = useCore();
  const { round } = route.useParams();
  const language = useLanguage();
  const { work, outcomes, take } = useImporting();
  const check = useQuery(api.results.get.queryOptions({ input: { round } }));
  const issued = useQuery(api.rounds.get.queryOptions({ input: { round } })).data?.round;
  const intake = (
    <section>
      <DropArea
        label={t('import')}
        hint={t('importHint')}
        filter="package"
        disabled={work.running}
        onFiles={(files) => void take(files.map((file) => file.id))}
      />
      <WorkProgress work={work} />
      <ImportOutcomes outcomes={outcomes} />
    </section>
  );
  if (check.data === undefined || issued === undefined) {
    return (
      <Page title={t('title')}>
        {refusalOf(check.error)?.code === 'result/none' ? (
          <EmptyState title={t('emptyTitle')} description={t('emptyBody')} />
        ) : (
          <RefusalNote error={check.error} />
        )}
        {check.error === null ? <Skeleton h={360} /> : intake}
      </Page>
    );
  }
  const { file, receivedAt, holds, inputs, result, sha256 } = check.data;
  const applicants = new Map(issued.applications.map(({ id, applicant }) => [id, applicant.name]));
  return (
    <Page title={t('title')} lead={t('lead', { file, time: dateAndTime(receivedAt, language) })}>
      <Notice
        tone={holds ? 'good' : 'bad'}
        icon={holds ? 'done' : 'problem'}
        role={holds ? 'status' : 'alert'}
        title={holds ? t('green') : t('red')}
      >
        {holds ? t('greenBody') : t('redBody')}
      </Notice>
      <Checks check={check.data} />
      <section>
        <Title order={2}>{t('signatures')}</Title>
        <SignatureTable inputs={inputs} />
      </section>
      {result.leftOut !== undefined && <LeftOut leftOut={result.leftOut} applicants={applicants} />}
      <section>
        <Title order={2}>{t('table')}</Title>
        <StatedRanking candidates={result.candidates} applicants={applicants} />
      </section>
      {result.election !== undefined && (
        <section aria-label={e('title')}>
          <Title order={2}>{e('title')}</Title>
          <ElectionRecord election={result.election} round={issued} />
        </section>
      )}
      <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
        {t('identity')} <Code>{sha256}</Code>
      </Text>
      {intake}
    </Page>
  );
}

/** Each thing that was checked, in words. */
function Checks({ check: { chair, mine, inputs, reproduced } }: { check: ResultCheck }) {
  const { t } = useTranslation('result');
  const language = useLanguage();
  const why = mine.code === null ? '' : sentenceOfCode(mine.code, language);
  const bad = inputs.filter(({ signed }) => !signed).length;
  const lines = [
    { holds: true, text: t('chair', { chair }) },
    {
      holds: mine.state === 'counted' || mine.state === 'none',
      text: t(`mine_${mine.state}`, { inResult: mine.inResult ?? '–', exported: mine.exported ?? '–', why }),
    },
    { holds: bad === 0, text: bad === 0 ? t('inputs', { count: inputs.length }) : t('inputsBad', { count: inputs.length, bad }) },
    { holds: reproduced, text: reproduced ? t('ranking') : t('rankingBad') },
  ];
  return (
    <section>
      <Title order={2}>{t('checks')}</Title>
      <List listStyleType="none" spacing="xs" mt="xs">
        {lines.map(({ holds, text }) => (
          <List.Item key={text}>
            <StateMark tone={holds ? 'good' : 'bad'} icon={holds ? 'complete' : 'problem'} text={holds ? t('holds') : t('fails')} />{' '}
            <Text span fw={holds ? 400 : 600}>
              {text}
            </Text>
          </List.Item>
        ))}
      </List>
    </section>
  );
}
