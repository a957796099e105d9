import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Board, Conflict } from '#shared/api/merge.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import { measuredValueSchema } from '#shared/domain/sheet.ts';
import { verdictSchema } from '#shared/domain/values.ts';
import { useCore } from '../../app/core.tsx';
import { describeValue } from '../describe-answer.ts';

type Props = { round: string; board: Board; conflict: Conflict; item: RubricItem | undefined };

/** What each expert wrote, with the comment and the papers that were cited: both values stay on the screen whatever is decided. */
export function Statements({ round, board, conflict, item }: Props) {
  const { t } = useTranslation('merge');
  const { t: term } = useTranslation('terms');
  const { t: p } = useTranslation('parts');
  const { api } = useCore();
  const cites = conflict.statements.some(({ evidence }) => evidence.length > 0);
  const application = useQuery({
    ...api.applications.get.queryOptions({ input: { round, application: conflict.application ?? '' } }),
    enabled: cites && conflict.application !== null,
  });
  const fileName = (sha256: string) => application.data?.attachments.find((file) => file.sha256 === sha256)?.name ?? p('ownPhoto');
  const nameOf = (id: string) => board.experts.find((one) => one.id === id)?.name ?? id;
  if (conflict.statements.length === 0) {
    return null;
  }
  return (
    <Table aria-label={t('statements')}>
      <Table.Tbody>
        {conflict.statements.map(({ expert, value, points, verdict, comment, evidence }) => {
          const [said, measured] = [verdictSchema.safeParse(verdict), measuredValueSchema.safeParse(value)];
          const words = [said.success ? term(`verdict.${said.data}`) : null, measured.success ? describeValue(item, measured.data) : null];
          return (
            <Table.Tr key={expert}>
              <Table.Th scope="row">{nameOf(expert)}</Table.Th>
              <Table.Td>
                {words.filter((word) => word !== null).join(' · ') || (points === null ? t('notSaid') : '')}
                {comment !== '' && <Text size="sm">{comment}</Text>}
                {evidence.map((citation) => (
                  <Text key={JSON.stringify(citation)} size="sm" c="dimmed">
                    {t('cited', { name: fileName(citation.sha256) })}
                    {citation.page !== null && ` ${t('citedPage', { page: citation.page })}`}
                  </Text>
                ))}
              </Table.Td>
              <Table.Td className="numbers">{points === null ? '–' : t('points', { points })}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** The item in dispute: its words, what it is worth and the clause of the notice it rests on. */
export function ItemClause({ item }: { item: RubricItem | undefined }) {
  const { t } = useTranslation('merge');
  return item === undefined ? null : (
    <div>
      <Text fw={600}>
        {item.code} {item.text}
      </Text>
      <Text size="sm" c="dimmed" className="numbers">
        {[t('clause', { clause: item.clause }), item.kind === 'gate' ? null : t('worth', { max: item.max })].filter(Boolean).join(' · ')}
      </Text>
    </div>
  );
}
