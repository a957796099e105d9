import { Anchor, Table, Text, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, CellState } from '#shared/api/merge.ts';
import { type Stage, stagesInOrder } from '#shared/domain/values.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { useLanguage } from '../../app/language.ts';
import { dateAndTime } from '../../parts/format.ts';
import { ExpertDot } from '../../parts/expert-dot.tsx';
import { CellMark } from './cell-mark.tsx';
import styles from './merge.module.css';
import type { ToReturn } from './return-dialog.tsx';
import { useListed } from '../../parts/listed.ts';

const noCell: CellProps['cell'] = { state: 'not-assigned', older: [] };
const returnable = new Set<CellState>(['received', 'partial', 'returned']);

/** Expert × application × stage: what is here and what is missing; a cell with something in it opens what can be returned. */
export function BoardTable({ round, board, onReturn }: { round: string; board: Board; onReturn: (sheet: ToReturn) => void }) {
  const { t } = useTranslation('merge');
  const { t: term } = useTranslation('terms');
  const { t: visit } = useTranslation('visit');
  const language = useLanguage();
  const cells = useMemo(
    () => new Map(board.cells.map((cell) => [JSON.stringify([cell.expert, cell.application, cell.stage]), cell])),
    [board],
  );
  return (
    <WideTable label={t('board')} minWidth={220 + board.experts.length * 120} maxHeight="65vh">
      <Table stickyHeader withColumnBorders aria-label={t('board')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('colApplicant')}</Table.Th>
            {board.experts.map((expert) => (
              <Table.Th key={expert.id}>
                <ExpertDot round={round} expert={expert.id} />
                {expert.name}
                <Text size="xs" c="dimmed" fw={400} className="numbers">
                  {expert.sequence === null || expert.receivedAt === null
                    ? t('notReceived')
                    : t('receivedAt', { sequence: expert.sequence, time: dateAndTime(expert.receivedAt, language) })}
                </Text>
                <Text size="xs" c="dimmed" fw={400} aria-hidden>
                  {stagesInOrder.map((stage) => term(`stageShort.${stage}`)).join(' · ')}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {board.applications.map((application) => (
            <Table.Tr key={application.id}>
              <Table.Th scope="row">
                {application.applicant}
                <Anchor
                  size="xs"
                  fw={400}
                  display="block"
                  aria-label={`${visit('receivedLink')} ${application.applicant}`}
                  renderRoot={(link) => (
                    <Link to="/rounds/$round/visits/$application" params={{ round, application: application.id }} {...link} />
                  )}
                >
                  {visit('receivedLink')}
                </Anchor>
              </Table.Th>
              {board.experts.map((expert) => (
                <Table.Td key={expert.id}>
                  {stagesInOrder.map((stage) => (
                    <BoardCell
                      key={stage}
                      {...{ expert, application, stage, onReturn }}
                      cell={cells.get(JSON.stringify([expert.id, application.id, stage])) ?? noCell}
                    />
                  ))}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

type CellProps = {
  expert: Board['experts'][number];
  application: Board['applications'][number];
  stage: Stage;
  cell: Pick<Board['cells'][number], 'state' | 'older'>;
  onReturn: (sheet: ToReturn) => void;
};

/** One sheet: what is here of it; where it can be returned, a button for that. */
function BoardCell({ expert, application, stage, cell: { state, older }, onReturn }: CellProps) {
  const { t } = useTranslation('merge');
  const { t: term } = useTranslation('terms');
  const { t: returns } = useTranslation('returns');
  const listed = useListed();
  const note = older.length === 0 ? '' : t(state === 'missing' ? 'olderHadIt' : 'olderVersions', { sequences: listed(older.map(String)) });
  const name = t('cellName', {
    expert: expert.name,
    applicant: application.applicant,
    stage: term(`stage.${stage}`),
    state: `${term(`cell.${state}`)}${note}`,
  });
  if (expert.sequence === null || !returnable.has(state)) {
    return <CellMark state={state} name={name} />;
  }
  return (
    <UnstyledButton
      className={styles['cellButton'] ?? ''}
      aria-label={returns('open', { expert: expert.name, name })}
      onClick={() => onReturn({ expert: expert.id, application: application.id, stage, slot: null })}
    >
      <CellMark state={state} name={name} />
    </UnstyledButton>
  );
}
