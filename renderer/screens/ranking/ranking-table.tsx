import { Select, Table, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CandidateResult, Outcome } from '#shared/domain/result.ts';
import { stagesInOrder } from '#shared/domain/values.ts';
import { placesWithinOccupation } from '#shared/merge/place.ts';
import { useListed } from '../../parts/listed.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import type { MarkIcon, Tone } from '../../parts/state-mark.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { CandidateDetails } from './candidate-details.tsx';
import { type Column, inOrder, type Order, type Row } from './ranking-order.ts';
import { SortableHead } from './sortable-head.tsx';

const tones: Record<Outcome, Tone> = { recommended: 'good', 'not-recommended': 'quiet', 'ruled-out': 'bad', pending: 'warn' };
const icons: Record<Outcome, MarkIcon> = { recommended: 'complete', 'not-recommended': 'empty', 'ruled-out': 'problem', pending: 'draft' };

type Props = { round: string; candidates: readonly CandidateResult[]; applicants: ReadonlyMap<string, string> };
const everything = '';

/** Candidates of one occupation or of all, by rank unless another column is asked for; what has no rank comes last. */
export function RankingTable({ round, candidates, applicants }: Props) {
  const { t } = useTranslation('ranking');
  const { t: term } = useTranslation('terms');
  const [open, setOpen] = useState<string | null>(null);
  const [order, setOrder] = useState<Order>({ column: 'rank', descending: false });
  const [shown, setShown] = useState(everything);
  const occupations = [...new Set(candidates.map(({ occupation }) => occupation))];
  const places = placesWithinOccupation(candidates);
  const rows = candidates
    .map((candidate, index): Row => ({
      candidate,
      place: places[index] ?? null,
      applicant: applicants.get(candidate.application) ?? candidate.application,
    }))
    .filter(({ candidate }) => shown === everything || candidate.occupation === shown);
  const head = (column: Column, text: string, numbers = false) => (
    <SortableHead key={column} column={column} text={text} numbers={numbers} order={order} onOrder={setOrder} />
  );
  return (
    <>
      {occupations.length > 1 && (
        <Select
          label={t('show')}
          allowDeselect={false}
          maw={320}
          value={shown}
          data={[{ value: everything, label: t('showAll', { count: candidates.length }) }, ...occupations]}
          onChange={(value) => setShown(value ?? everything)}
        />
      )}
      <WideTable label={t('title')} minWidth={840}>
        <Table aria-label={t('title')} verticalSpacing={6} horizontalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              {head('rank', t('colRank'), true)}
              {head('place', t('colPlace'), true)}
              {head('applicant', t('colApplicant'))}
              {head('occupation', t('colOccupation'))}
              <Table.Th>{t('colLevels')}</Table.Th>
              {stagesInOrder.map((stage) => head(stage, term(`stageShort.${stage}`), true))}
              {head('total', t('colTotal'), true)}
              {head('outcome', t('colOutcome'))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {inOrder(rows, order).map((row) => {
              const key = `${row.candidate.application} ${row.candidate.occupation}`;
              return (
                <Fragment key={key}>
                  <CandidateRow row={row} isOpen={open === key} onToggle={() => setOpen(open === key ? null : key)} />
                  {open === key && (
                    <Table.Tr>
                      <Table.Td colSpan={10} p="md" bg="var(--quiet-ground)">
                        <CandidateDetails round={round} candidate={row.candidate} />
                      </Table.Td>
                    </Table.Tr>
                  )}
                </Fragment>
              );
            })}
          </Table.Tbody>
        </Table>
      </WideTable>
    </>
  );
}

/** One candidate's line; its name opens what it is made of. */
function CandidateRow({ row, isOpen, onToggle }: { row: Row; isOpen: boolean; onToggle: () => void }) {
  const { t } = useTranslation('ranking');
  const { t: term } = useTranslation('terms');
  const { candidate, place, applicant } = row;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <Table.Tr>
      <Table.Td className="numbers" fw={600}>
        {candidate.rank ?? t('unranked')}
      </Table.Td>
      <Table.Td className="numbers">{place ?? t('unranked')}</Table.Td>
      <Table.Td miw={180}>
        <UnstyledButton
          mih={36}
          fz="inherit"
          fw={600}
          aria-expanded={isOpen}
          aria-label={t('open', { name: `${applicant} ${candidate.occupation}` })}
          onClick={onToggle}
        >
          <Chevron size={16} aria-hidden style={{ verticalAlign: '-2px' }} /> {applicant}
        </UnstyledButton>
      </Table.Td>
      <Table.Td>{candidate.occupation}</Table.Td>
      <Table.Td>
        <Levels candidate={candidate} />
      </Table.Td>
      {stagesInOrder.map((stage) => (
        <Table.Td key={stage} className="numbers">
          {candidate.stages?.[stage] ?? '–'}
        </Table.Td>
      ))}
      <Table.Td className="numbers" fw={600}>
        {candidate.total ?? '–'}
      </Table.Td>
      <Table.Td>
        <StateMark tone={tones[candidate.outcome]} icon={icons[candidate.outcome]} text={term(`outcome.${candidate.outcome}`)} />
      </Table.Td>
    </Table.Tr>
  );
}

/** The levels applied for; where some are recommended and some are not, which, in words: a line through 二级 makes it 三级. */
function Levels({ candidate: { levels, levelsRecommended, outcome } }: { candidate: CandidateResult }) {
  const { t } = useTranslation('ranking');
  const listed = useListed();
  const others = levels.filter((level) => !levelsRecommended.includes(level));
  if (outcome !== 'recommended' || others.length === 0) {
    return listed(levels);
  }
  return (
    <>
      <div>{t('levelsFor', { levels: listed(levelsRecommended) })}</div>
      <div>{t('levelsNot', { levels: listed(others) })}</div>
    </>
  );
}
