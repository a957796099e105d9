import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ResultCheck } from '#shared/api/results.ts';
import { useLanguage } from '../../app/language.ts';
import { dateAndTime } from '../../parts/format.ts';
import { SealCode } from '../../parts/seal-code.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { WideTable } from '../../parts/wide-table.tsx';

/** Who signed which of the packages that count. */
export function SignatureTable({ inputs }: { inputs: ResultCheck['inputs'] }) {
  const { t } = useTranslation('result');
  const language = useLanguage();
  return (
    <WideTable label={t('signatures')} minWidth={560}>
      <Table aria-label={t('signatures')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('colExpert')}</Table.Th>
            <Table.Th className="numbers">{t('colSequence')}</Table.Th>
            <Table.Th>{t('colCode')}</Table.Th>
            <Table.Th>{t('colSigned')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {inputs.map(({ expert, name, sequence, code, signed, signedAt }) => (
            <Table.Tr key={expert}>
              <Table.Th scope="row">{name}</Table.Th>
              <Table.Td className="numbers">{sequence}</Table.Td>
              <Table.Td>
                <SealCode code={code} />
              </Table.Td>
              <Table.Td>
                <StateMark
                  tone={signed ? 'good' : 'bad'}
                  icon={signed ? 'complete' : 'problem'}
                  text={signed && signedAt !== null ? t('signedAt', { time: dateAndTime(signedAt, language) }) : t('notSigned')}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
