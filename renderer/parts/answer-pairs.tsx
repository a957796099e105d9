import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AnswerPair } from '#shared/api/returns.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import { describeAnswer } from './describe-answer.ts';
import { WideTable } from './wide-table.tsx';

type Props = {
  label: string;
  /** The two versions; `after` is null while there is none. */
  before: number;
  after: number | null;
  answers: readonly AnswerPair[];
  items: readonly RubricItem[];
  /** Names by application. */
  applicants: ReadonlyMap<string, string>;
};

/** Answers of two versions side by side, each with why the older one gave way. */
export function AnswerPairs({ label, before, after, answers, items, applicants }: Props) {
  const { t } = useTranslation('parts');
  const { t: term } = useTranslation('terms');
  return (
    <WideTable label={label} minWidth={560}>
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('pairItem')}</Table.Th>
            <Table.Th>{t('pairVersion', { sequence: before })}</Table.Th>
            <Table.Th>{t('pairVersion', { sequence: after ?? '–' })}</Table.Th>
            <Table.Th>{t('pairReason')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {answers.map((pair) => {
            const item = items.find(({ code }) => code === pair.item);
            const [old, now] = [pair.before, pair.after].map((answer) =>
              item === undefined || answer === null ? t('pairBlank') : describeAnswer(item, answer, term),
            );
            const where = [pair.occupation, pair.levelGroup === null ? null : term(`levelGroup.${pair.levelGroup}`)];
            return (
              <Table.Tr key={JSON.stringify([pair.application, pair.stage, pair.item, pair.occupation, pair.levelGroup])}>
                <Table.Th scope="row">
                  {[pair.item, ...where].filter(Boolean).join(' · ')}
                  <Text size="sm" c="dimmed" fw={400}>
                    {applicants.get(pair.application)} · {term(`stage.${pair.stage}`)}
                  </Text>
                </Table.Th>
                <Table.Td>
                  {old}
                  <Text size="sm">{pair.before?.comment}</Text>
                </Table.Td>
                <Table.Td>
                  {now}
                  <Text size="sm">{pair.after?.comment}</Text>
                </Table.Td>
                <Table.Td>{pair.reason ?? t('pairSame')}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
