import { Table, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateResult, Outcome } from '#shared/domain/result.ts';
import { stagesInOrder } from '#shared/domain/values.ts';
import { placesWithinOccupation } from '#shared/merge/place.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import type { MarkIcon, Tone } from '../../parts/state-mark.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { CandidateDetails } from './candidate-details.tsx';

const tones: Record<Outcome, Tone> = { recommended: 'good', 'not-recommended': 'quiet', 'ruled-out': 'bad', pending: 'warn' };
const icons: Record<Outcome, MarkIcon> = { recommended: 'complete', 'not-recommended': 'empty', 'ruled-out': 'problem', pending: 'draft' };

type Props = { round: string; candidates: readonly CandidateResult[]; applicants: ReadonlyMap<string, string> };

/** Candidates by rank; those without one come last. */
export function RankingTable({ round, candidates, applicants }: Props) {
  const { t } = useTranslation('ranking');
  const { t: term } = useTranslation('terms');
  const [open, setOpen] = useState<string | null>(null);
  const places = placesWithinOccupation(candidates);
  const placeOf = new Map(candidates.map((candidate, index) => [candidate, places[index] ?? null]));
  const sorted = candidates.toSorted((one, other) => (one.rank ?? Infinity) - (other.rank ?? Infinity) || 0);
  return (
    <WideTable label={t('title')} minWidth={840}>
      <Table aria-label={t('title')} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="numbers">{t('colRank')}</Table.Th>
            <Table.Th className="numbers">{t('colPlace')}</Table.Th>
            <Table.Th>{t('colApplicant')}</Table.Th>
            <Table.Th>{t('colOccupation')}</Table.Th>
            <Table.Th>{t('colLevels')}</Table.Th>
            {stagesInOrder.map((stage) => (
              <Table.Th key={stage} className="numbers">
                {term(`stageShort.${stage}`)}
              </Table.Th>
            ))}
            <Table.Th className="numbers">{t('colTotal')}</Table.Th>
            <Table.Th>{t('colOutcome')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.map((candidate) => {
            const key = `${candidate.application} ${candidate.occupation}`;
            const name = applicants.get(candidate.application) ?? candidate.application;
            const isOpen = open === key;
            const Chevron = isOpen ? IconChevronDown : IconChevronRight;
            return (
              <Fragment key={key}>
                <Table.Tr>
                  <Table.Td className="numbers" fw={600}>
                    {candidate.rank ?? t('unranked')}
                  </Table.Td>
                  <Table.Td className="numbers">{placeOf.get(candidate) ?? t('unranked')}</Table.Td>
                  <Table.Td>
                    <UnstyledButton
                      mih={36}
                      fz="inherit"
                      fw={600}
                      aria-expanded={isOpen}
                      aria-label={t('open', { name: `${name} ${candidate.occupation}` })}
                      onClick={() => setOpen(isOpen ? null : key)}
                    >
                      <Chevron size={16} aria-hidden style={{ verticalAlign: '-2px' }} /> {name}
                    </UnstyledButton>
                  </Table.Td>
                  <Table.Td>{candidate.occupation}</Table.Td>
                  <Table.Td>{candidate.levels.join('、')}</Table.Td>
                  {stagesInOrder.map((stage) => (
                    <Table.Td key={stage} className="numbers">
                      {candidate.stages?.[stage] ?? '–'}
                    </Table.Td>
                  ))}
                  <Table.Td className="numbers" fw={600}>
                    {candidate.total ?? '–'}
                  </Table.Td>
                  <Table.Td>
                    <StateMark
                      tone={tones[candidate.outcome]}
                      icon={icons[candidate.outcome]}
                      text={term(`outcome.${candidate.outcome}`)}
                    />
                  </Table.Td>
                </Table.Tr>
                {isOpen && (
                  <Table.Tr>
                    <Table.Td colSpan={10} p="md" bg="var(--quiet-ground)">
                      <CandidateDetails round={round} candidate={candidate} />
                    </Table.Td>
                  </Table.Tr>
                )}
              </Fragment>
            );
          })}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
