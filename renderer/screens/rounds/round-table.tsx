import { Badge, Button, Group, Table, Text, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { RoundSummary } from '#shared/api/rounds.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { FillBar } from '../../parts/fill-bar.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useListed } from '../../parts/listed.ts';

/** The rounds, one a row, with what I can do in each. */
export function RoundTable({ rounds }: { rounds: readonly RoundSummary[] }) {
  const { t } = useTranslation('rounds');
  const { t: term } = useTranslation('terms');
  const listed = useListed();
  return (
    <WideTable label={t('title')} minWidth={640}>
      <Table verticalSpacing="sm" aria-label={t('title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('colTitle')}</Table.Th>
            <Table.Th>{t('colRole')}</Table.Th>
            <Table.Th>{t('colState')}</Table.Th>
            <Table.Th>{t('colProgress')}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t('actReview')}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rounds.map((round) => (
            <Table.Tr key={round.id}>
              <Table.Td>
                <Group gap="xs">
                  <Text fw={600}>{round.title}</Text>
                  {round.practice && (
                    <Badge color="yellow" variant="light" c="var(--warn)">
                      {t('practiceMark')}
                    </Badge>
                  )}
                </Group>
                <Text size="sm" c="dimmed" className="numbers">
                  {t('size', { applications: round.applications, experts: round.experts })}
                </Text>
              </Table.Td>
              <Table.Td>{listed(round.roles.map((role) => term(`role.${role}`)))}</Table.Td>
              <Table.Td>
                {round.sealed === null ? (
                  <StateMark
                    tone={round.state === 'draft' ? 'quiet' : 'good'}
                    icon={round.state === 'draft' ? 'draft' : 'complete'}
                    text={term(`roundState.${round.state}`)}
                  />
                ) : (
                  <StateMark tone="accent" icon="sealed" text={t('sealedNumber', { sequence: round.sealed })} />
                )}
              </Table.Td>
              <Table.Td>
                {round.mine === null ? '–' : <FillBar fill={round.mine} label={t('progressOf', { title: round.title })} />}
              </Table.Td>
              <Table.Td>
                <Actions round={round} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

function Actions({ round }: { round: RoundSummary }) {
  const { t } = useTranslation('rounds');
  const params = { round: round.id };
  if (round.state === 'draft') {
    return (
      <Button variant="light" renderRoot={(props) => <Link to="/setup/$round" params={params} search={{}} {...props} />}>
        {t('actSetup')}
      </Button>
    );
  }
  return (
    <Group gap="xs" justify="flex-end">
      {round.hasResult && (
        <Button variant="default" renderRoot={(props) => <Link to="/rounds/$round/result" params={params} {...props} />}>
          {t('actResult')}
        </Button>
      )}
      {round.roles.includes('chair') && (
        <Button variant="default" renderRoot={(props) => <Link to="/rounds/$round/merge" params={params} {...props} />}>
          {t('actMerge')}
        </Button>
      )}
      {round.roles.includes('expert') && (
        <Button variant="light" renderRoot={(props) => <Link to="/rounds/$round/applications" params={params} search={{}} {...props} />}>
          {t('actReview')}
        </Button>
      )}
    </Group>
  );
}
