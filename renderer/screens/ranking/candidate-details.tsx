import { Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CandidateResult } from '#shared/domain/result.ts';
import { countedSchema } from '#shared/domain/result.ts';
import { stagesInOrder } from '#shared/domain/values.ts';
import { useCore } from '../../app/core.tsx';
import { ExpertDot } from '../../parts/expert-dot.tsx';
import { StagePoints } from '../../parts/stage-points.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { GateList } from './gate-list.tsx';
import { ItemPoints } from './item-points.tsx';
import { OtherGroups } from './other-groups.tsx';
import { Reasons } from './reasons.tsx';
import { useListed } from '../../parts/listed.ts';

const dropped = new Set(['dropped-high', 'dropped-low', 'excluded', 'recused']);

/** How a total came about: expert rows, those that don't count pale and with the word for it, the mean spelled out. */
export function CandidateDetails({ round, candidate }: { round: string; candidate: CandidateResult }) {
  const { t } = useTranslation('ranking');
  const { t: term } = useTranslation('terms');
  const listed = useListed();
  const { api } = useCore();
  const { application, occupation } = candidate;
  const explanation = useQuery(api.merge.explain.queryOptions({ input: { round, application, occupation } }));
  if (explanation.data === undefined) {
    return explanation.error === null ? <Skeleton h={160} /> : <RefusalNote error={explanation.error} />;
  }
  const counted = (value: string) => {
    const known = [...countedSchema.options, 'missing' as const].find((one) => one === value);
    return known === undefined ? value : term(`counted.${known}`);
  };
  return (
    <Stack gap="sm">
      <Title order={2} size="h3">
        {candidate.groups.length > 1 ? t('expertRowsOf', { group: term(`levelGroup.${explanation.data.group}`) }) : t('expertRows')}
      </Title>
      <Table aria-label={t('expertRows')} bg="var(--mantine-color-body)" withTableBorder>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('colExpert')}</Table.Th>
            {stagesInOrder.map((stage) => (
              <Table.Th key={stage} className="numbers">
                {term(`stageShort.${stage}`)}
              </Table.Th>
            ))}
            <Table.Th className="numbers">{t('colTotal')}</Table.Th>
            <Table.Th>{t('colCounted')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {explanation.data.experts.map((expert) => (
            <Table.Tr key={expert.expert} style={dropped.has(expert.counted) ? { color: 'var(--quiet)' } : {}}>
              <Table.Td>
                <ExpertDot round={round} expert={expert.expert} />
                {expert.name}
              </Table.Td>
              {stagesInOrder.map((stage) => (
                <Table.Td key={stage} className="numbers">
                  <StagePoints points={expert.stages?.[stage] ?? null} counted={expert.stagesCounted?.[stage]} />
                </Table.Td>
              ))}
              <Table.Td className="numbers" fw={600}>
                {expert.total ?? '–'}
              </Table.Td>
              <Table.Td>{expert.stagesCounted === undefined ? counted(expert.counted) : term('aggregateBy.stage')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text className="numbers" hidden={explanation.data.formula === ''}>
        {t('formula')}：{explanation.data.formula}
        {explanation.data.total !== null && ` = ${explanation.data.total}`}
      </Text>
      {candidate.levelsRecommended.length > 0 && <Text>{t('levels', { levels: listed(candidate.levelsRecommended) })}</Text>}
      <GateList round={round} candidate={candidate} />
      <Reasons reasons={candidate.reasons} experts={explanation.data.experts} />
      <OtherGroups candidate={candidate} experts={explanation.data.experts} />
      <ItemPoints round={round} experts={explanation.data.experts} />
    </Stack>
  );
}
