import { Anchor, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Submission } from '#shared/api/sheets.ts';
import { SheetStateMark } from '../../parts/sheet-state.tsx';

/** Every sheet of mine with its state. */
export function SheetList({ round, sheets }: { round: string; sheets: Submission['sheets'] }) {
  const { t } = useTranslation('submission');
  const { t: term } = useTranslation('terms');
  return (
    <Table aria-label={t('sheets')} highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('colApplicant')}</Table.Th>
          <Table.Th>{t('colStage')}</Table.Th>
          <Table.Th className="numbers">{t('colFill')}</Table.Th>
          <Table.Th>{t('colState')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sheets.map((sheet) => (
          <Table.Tr key={`${sheet.application} ${sheet.stage}`}>
            <Table.Td>
              <Anchor
                renderRoot={(props) => (
                  <Link
                    to="/rounds/$round/desk/$application/$stage"
                    params={{ round, application: sheet.application, stage: sheet.stage }}
                    search={{}}
                    {...props}
                  />
                )}
              >
                {sheet.applicant}
              </Anchor>
            </Table.Td>
            <Table.Td>{term(`stage.${sheet.stage}`)}</Table.Td>
            <Table.Td className="numbers">
              {sheet.filled}/{sheet.total}
            </Table.Td>
            <Table.Td>
              <SheetStateMark state={sheet.state} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
