import { Button, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sensitivity } from '#shared/api/merge.ts';
import type { CandidateResult } from '#shared/domain/result.ts';
import { useCore } from '../../app/core.tsx';
import { ExpertDot } from '../../parts/expert-dot.tsx';
import { useLongWork } from '../../parts/long-work.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { WorkProgress } from '../../parts/work-progress.tsx';
import styles from './ranking.module.css';

type Props = { round: string; candidates: readonly CandidateResult[]; applicants: ReadonlyMap<string, string> };
const methods = [
  'mean',
  'trimmed-total',
  'trimmed-stage',
  'trimmed-item',
  'median-total',
  'median-stage',
  'median-item',
  'z-score',
] as const;

/** The ranking by other methods and without each expert, beside the one that counts; what would change is marked. */
export function SensitivityPanel({ round, candidates, applicants }: Props) {
  const { t } = useTranslation('ranking');
  const { client } = useCore();
  const work = useLongWork();
  const [found, setFound] = useState<Sensitivity | null>(null);
  const compute = async () => {
    setFound(await work.run((signal) => client.merge.sensitivity({ round }, { signal })));
  };
  const nameOf = ({ name, without }: Sensitivity['variants'][number]) => {
    const method = methods.find((one) => one === name);
    return method === undefined ? t('without', { expert: without ?? name }) : t(`by_${method}`);
  };
  const changes = found?.variants.filter((variant) => variant.candidates.some(({ changed }) => changed)).length ?? 0;
  const rows = candidates
    .map((candidate, index) => ({ candidate, index }))
    .toSorted((one, other) => (one.candidate.rank ?? Infinity) - (other.candidate.rank ?? Infinity) || 0);
  return (
    <Stack>
      <Text maw={720}>{t('sensitivityBody')}</Text>
      {!work.running && (
        <Group>
          <Button variant={found === null ? 'filled' : 'default'} onClick={() => void compute()}>
            {t('sensitivityRun')}
          </Button>
        </Group>
      )}
      <WorkProgress work={work} />
      {found !== null && (
        <>
          <Text fw={600} role="status">
            {changes === 0 ? t('sensitivityNone') : t('sensitivitySome', { changes, count: found.variants.length })}
          </Text>
          <WideTable label={t('sensitivity')} minWidth={290 + found.variants.length * 110} maxHeight="70vh">
            <Table stickyHeader aria-label={t('sensitivity')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th miw={180}>{t('colCandidate')}</Table.Th>
                  <Table.Th className="numbers">{t('colOwn')}</Table.Th>
                  {found.variants.map((variant) => (
                    <Table.Th key={variant.name} className="numbers" miw={110} style={{ whiteSpace: 'normal' }}>
                      {variant.without !== null && <ExpertDot round={round} expert={variant.name.slice('without:'.length)} />}
                      {nameOf(variant)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {rows.map(({ candidate, index }) => (
                  <Table.Tr key={`${candidate.application} ${candidate.occupation}`}>
                    <Table.Th scope="row">
                      {applicants.get(candidate.application) ?? candidate.application}
                      <Text size="sm" c="dimmed" fw={400}>
                        {candidate.occupation}
                      </Text>
                    </Table.Th>
                    <Table.Td className="numbers" fw={600}>
                      {candidate.rank ?? t('unranked')}
                      <Text size="sm">{candidate.total ?? '–'}</Text>
                    </Table.Td>
                    {found.variants.map((variant) => (
                      <OtherPlace key={variant.name} candidate={candidate} other={variant.candidates[index]} />
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </WideTable>
        </>
      )}
    </Stack>
  );
}

type OtherPlaceProps = { candidate: CandidateResult; other: Sensitivity['variants'][number]['candidates'][number] | undefined };

/** What a candidate would come to by another method or without an expert. */
function OtherPlace({ candidate, other }: OtherPlaceProps) {
  const { t: term } = useTranslation('terms');
  const outcome = other === undefined || other.outcome === candidate.outcome ? null : term(`outcome.${other.outcome}`);
  return (
    <Table.Td className={`numbers ${other?.changed === true ? (styles['changed'] ?? '') : ''}`}>
      <Change from={candidate.rank} to={other?.rank ?? null} />
      <Text size="sm" c={other?.changed === true ? 'inherit' : 'dimmed'}>
        {other?.total ?? '–'}
      </Text>
      {outcome !== null && <Text size="sm">{outcome}</Text>}
    </Table.Td>
  );
}

/** A rank with how far it has moved: `2 ▲1`. */
function Change({ from, to }: { from: number | null; to: number | null }) {
  const { t } = useTranslation('ranking');
  if (to === null || from === null || to === from) {
    return <>{to ?? t('unranked')}</>;
  }
  const up = to < from;
  const by = Math.abs(to - from);
  return (
    <strong>
      {to}{' '}
      <span aria-hidden>
        {up ? '▲' : '▼'}
        {by}
      </span>
      <VisuallyHidden>{up ? t('movedUp', { by }) : t('movedDown', { by })}</VisuallyHidden>
    </strong>
  );
}
