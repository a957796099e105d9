import { ActionIcon, Button, EmptyState, Group, Stack, Table, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problems } from '#shared/api/problems.ts';
import type { RoundDraft } from '#shared/api/rounds.ts';
import { WholeNumberField } from '../../parts/number-field.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { useCore } from '../../app/core.tsx';
import { useLongWork } from '../../parts/long-work.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { WorkProgress } from '../../parts/work-progress.tsx';
import { Readings } from './readings.tsx';
import { TakeFiles } from './take-files.tsx';
import { useKeepDraft } from './use-draft.ts';

/** 申报 intake: bundles and folders, with progress and what became of each file. */
export function ApplicationsStep({ draft }: { draft: RoundDraft }) {
  const { t } = useTranslation('setup');
  const { api, client } = useCore();
  const keep = useKeepDraft();
  const work = useLongWork();
  const [count, setCount] = useState(6);
  const remove = useMutation(api.rounds.draft.removeApplication.mutationOptions({ onSuccess: keep }));
  const round = draft.id;
  const bundles = draft.applications.map(({ bundle }) => bundle.sha256);
  const problems = useQuery(
    api.rounds.draft.problems.experimental_streamedOptions({
      input: { round },
      // What the checks say depends on who else is in the round, and on what the round asks.
      queryKey: [...api.rounds.draft.problems.key(), round, bundles, draft.rubric, draft.schedule],
      enabled: bundles.length > 0,
    }),
  );
  const found = new Map(problems.data?.map((one) => [one.application, one]));
  const makeUp = async () => {
    const made = await work.run((signal) => client.rounds.draft.addMadeUpApplications({ round, count }, { signal }));
    if (made !== null) {
      keep(made);
    }
  };
  return (
    <Stack>
      <TakeFiles round={round} onDraft={keep} />
      {draft.practice && (
        <Group align="flex-end">
          <WholeNumberField
            label={t('a_madeCount')}
            width={100}
            range={{ least: 1, most: 50 }}
            value={count}
            onChange={(value) => value !== null && setCount(value)}
          />
          <Button variant="default" disabled={work.running} onClick={() => void makeUp()}>
            {t('a_made')}
          </Button>
        </Group>
      )}
      <WorkProgress work={work} />
      <Readings round={round} />
      <RefusalNote error={remove.error} />
      {draft.applications.length === 0 ? (
        <EmptyState title={t('a_emptyTitle')} description={t('a_emptyBody')} />
      ) : (
        <>
          <Text className="numbers">{t('a_count', { count: draft.applications.length })}</Text>
          <ApplicationTable
            applications={draft.applications}
            found={found}
            onRemove={(application) => remove.mutate({ round, application })}
          />
        </>
      )}
    </Stack>
  );
}

type TableProps = {
  applications: RoundDraft['applications'];
  found: ReadonlyMap<string, Problems>;
  onRemove: (application: string) => void;
};

/** Who applies, for what, and what the checks say of it. */
function ApplicationTable({ applications, found, onRemove }: TableProps) {
  const { t } = useTranslation('setup');
  return (
    <WideTable label={t('step_applications')} minWidth={640}>
      <Table striped aria-label={t('step_applications')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('a_name')}</Table.Th>
            <Table.Th>{t('a_type')}</Table.Th>
            <Table.Th>{t('a_occupations')}</Table.Th>
            <Table.Th>{t('a_findings')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {applications.map((application) => (
            <Table.Tr key={application.id}>
              <Table.Td fw={600}>{application.applicant.name}</Table.Td>
              <Table.Td>{application.applicant.type ?? '–'}</Table.Td>
              <Table.Td>
                {application.occupations.map((occupation) => `${occupation.name}（${occupation.levels.join('、')}）`).join('；')}
              </Table.Td>
              <Table.Td>
                <ProblemMarks problems={found.get(application.id)} />
              </Table.Td>
              <Table.Td>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label={t('a_remove', { name: application.applicant.name })}
                  onClick={() => onRemove(application.id)}
                >
                  <IconTrash size={18} aria-hidden />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

/** What the checks found; nothing is said before they have run. */
function ProblemMarks({ problems }: { problems: Problems | undefined }) {
  const { t } = useTranslation('setup');
  if (problems === undefined) {
    return <StateMark tone="quiet" icon="saving" text={t('a_checking')} />;
  }
  const [notMet, doubtful] = [problems.notMet.length, problems.doubtful.length];
  if (notMet + doubtful === 0) {
    return <StateMark tone="good" icon="complete" text={t('a_noProblem')} />;
  }
  return (
    <Group gap="xs">
      {notMet > 0 && <StateMark tone="bad" icon="problem" text={t('a_notMet', { count: notMet })} />}
      {doubtful > 0 && <StateMark tone="warn" icon="problem" text={t('a_doubtful', { count: doubtful })} />}
    </Group>
  );
}
