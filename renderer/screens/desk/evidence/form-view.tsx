import { Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '#shared/domain/application.ts';
import { WideTable } from '../../../parts/wide-table.tsx';
import { maskId } from '../../../parts/mask-id.ts';

/** 附件3 as it was read: tables one can compare the proofs with. ID numbers are masked. */
export function FormView({ application }: { application: Application }) {
  const { t } = useTranslation('desk');
  const { applicant } = application;
  const person = (one: Application['applicant']['head']) =>
    [one.name, one.post, one.title, one.phone, one.email].filter((part) => part !== '').join('，');
  const things = (list: { name: string; count: number }[]) => list.map((thing) => `${thing.name} ${thing.count}`).join('、');
  const facts = [
    [t('f_name'), applicant.name],
    [t('f_type'), applicant.type],
    [t('f_creditCode'), applicant.creditCode],
    [t('f_authority'), applicant.authority],
    [t('f_address'), applicant.address],
    [t('f_postcode'), applicant.postcode],
    [t('f_head'), person(applicant.head)],
    [t('f_contact'), person(applicant.contact)],
    [t('f_filedOn'), application.filedOn],
  ] as const;
  return (
    <Stack p="md" gap="lg">
      <section>
        <Title order={2}>{t('f_applicant')}</Title>
        <Table variant="vertical">
          <Table.Tbody>
            {facts.map(([label, value]) => (
              <Table.Tr key={label}>
                <Table.Th w="9rem">{label}</Table.Th>
                <Table.Td>{value === null || value === '' ? <Text c="dimmed">{t('f_none')}</Text> : value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <Rows
        title={t('f_occupations')}
        heads={[t('f_occupation'), t('f_code'), t('f_work'), t('f_levels'), t('f_note')]}
        rows={application.occupations.map((one) => [one.name, one.code, one.work, one.levels.join('、'), one.note])}
      />
      <Rows
        title={t('f_staff')}
        heads={[t('f_person'), t('f_sex'), t('f_age'), t('f_idNumber'), t('f_education'), t('f_post'), t('f_title'), t('f_duty')]}
        rows={application.staff.map((one) => [
          one.name,
          one.sex,
          one.age,
          maskId(one.idNumber),
          one.education,
          one.post,
          one.title,
          one.duty,
        ])}
      />
      <Rows
        title={t('f_experts')}
        heads={[t('f_person'), t('f_sex'), t('f_idNumber'), t('f_education'), t('f_title'), t('f_field')]}
        rows={application.experts.map((one) => [one.name, one.sex, maskId(one.idNumber), one.education, one.title, one.field])}
      />
      <Rows
        title={t('f_assessors')}
        heads={[t('f_person'), t('f_sex'), t('f_education'), t('f_title'), t('f_years'), t('f_field'), t('f_certificate')]}
        rows={application.assessors.map((one) => [one.name, one.sex, one.education, one.title, one.years, one.field, one.certificate])}
      />
      <Rows title={t('f_regulations')} heads={[t('f_regulations')]} rows={application.regulations.map((name) => [name])} />
      <Rows
        title={t('f_venues')}
        heads={[t('f_occupation'), t('f_theory'), t('f_skill'), t('f_equipment'), t('f_testEquipment')]}
        rows={application.venues.map((one) => [
          one.occupation,
          one.theoryAreaSquareMetres,
          one.skillAreaSquareMetres,
          things(one.equipment),
          things(one.testEquipment),
        ])}
      />
    </Stack>
  );
}

type Cell = string | number | null;

function Rows({ title, heads, rows }: { title: string; heads: readonly string[]; rows: readonly (readonly Cell[])[] }): ReactNode {
  const { t } = useTranslation('desk');
  return (
    <section aria-label={title}>
      <Title order={2}>
        {title}{' '}
        <Text span c="dimmed" size="sm" className="numbers">
          {t('f_rows', { count: rows.length })}
        </Text>
      </Title>
      <WideTable label={title} minWidth={heads.length * 96}>
        <Table striped aria-label={title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className="numbers">{t('f_number')}</Table.Th>
              {heads.map((head) => (
                <Table.Th key={head} style={{ whiteSpace: 'nowrap' }}>
                  {head}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((cells, row) => (
              // The form's rows have no key of their own; their place in it is what is quoted (第 7 行).
              // oxlint-disable-next-line react/no-array-index-key
              <Table.Tr key={row}>
                <Table.Td className="numbers">{row + 1}</Table.Td>
                {cells.map((cell, column) => (
                  <Table.Td key={heads[column]} className={typeof cell === 'number' ? 'numbers' : ''}>
                    {cell === null || cell === '' ? '–' : cell}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </section>
  );
}
