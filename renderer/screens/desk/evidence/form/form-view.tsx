import { Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormPart } from '#shared/checks/index.ts';
import type { Application } from '#shared/domain/application.ts';
import { useListed } from '../../../../parts/listed.ts';
import { WideTable } from '../../../../parts/wide-table.tsx';
import styles from '../evidence.module.css';
import { scrollToMark } from '../scroll-to-mark.ts';
import type { Target } from '../shown.ts';
import type { FormPlace } from './form-place.ts';
import { formPlacesOf } from './form-place.ts';
import { maskId } from '../../../../parts/mask-id.ts';

/** 附件3 as it was read: tables one can compare the proofs with. ID numbers are masked. The row that was asked for is marked. */
export function FormView({ application, target }: { application: Application; target: Target | null }) {
  const { t } = useTranslation('desk');
  const { t: e } = useTranslation('evidence');
  const listed = useListed();
  const { applicant } = application;
  const source = target?.row ?? null;
  const marked = source === null ? [] : formPlacesOf(application, source);
  // The reader counts a table's lines with its head; the table below, and the paper, number its rows.
  const numbers = marked.flatMap((place) => /\.(\d+)$/u.exec(place)?.[1] ?? []).map((row) => String(Number(row) + 1));
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (target !== null) {
      scrollToMark(top.current);
    }
  }, [target]);
  const person = (one: Application['applicant']['head']) =>
    [one.name, one.post, one.title, one.phone, one.email].filter((part) => part !== '').join('，');
  const facts = [
    ['applicant.name', t('f_name'), applicant.name],
    ['applicant.type', t('f_type'), applicant.type],
    ['applicant.creditCode', t('f_creditCode'), applicant.creditCode],
    ['applicant.authority', t('f_authority'), applicant.authority],
    ['applicant.address', t('f_address'), applicant.address],
    ['applicant.postcode', t('f_postcode'), applicant.postcode],
    ['applicant.head', t('f_head'), person(applicant.head)],
    ['applicant.contact', t('f_contact'), person(applicant.contact)],
    ['filedOn', t('f_filedOn'), application.filedOn],
  ] as const;
  return (
    <Stack p="md" gap="lg" ref={top}>
      {source !== null && (
        <p className={styles['hint']} role="status">
          {marked.length === 0 && e('rowNotHere', { source })}
          {marked.length > 0 && (numbers.length === 0 ? e('rowShown', { source }) : e('rowsShown', { source, numbers: listed(numbers) }))}
        </p>
      )}
      <section>
        <Title order={2}>{t('f_applicant')}</Title>
        <Table variant="vertical">
          <Table.Tbody>
            {facts.map(([place, label, value]) => (
              <Table.Tr key={place} {...markOf(marked.includes(place))}>
                <Table.Th w="9rem">{label}</Table.Th>
                <Table.Td>{value === null || value === '' ? <Text c="dimmed">{t('f_none')}</Text> : value}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
      <Lists application={application} marked={marked} />
    </Stack>
  );
}

/** Every list of the form, in its order. */
function Lists({ application, marked }: { application: Application; marked: readonly FormPlace[] }) {
  const { t } = useTranslation('desk');
  const things = (list: { name: string; count: number }[]) => list.map((thing) => `${thing.name} ${thing.count}`).join('、');
  return (
    <>
      <Rows
        {...{ part: 'occupations', marked }}
        title={t('f_occupations')}
        heads={[t('f_occupation'), t('f_code'), t('f_work'), t('f_levels'), t('f_note')]}
        rows={application.occupations.map((one) => [one.name, one.code, one.work, one.levels.join('、'), one.note])}
      />
      <Rows
        {...{ part: 'staff', marked }}
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
        {...{ part: 'experts', marked }}
        title={t('f_experts')}
        heads={[t('f_person'), t('f_sex'), t('f_idNumber'), t('f_education'), t('f_title'), t('f_field')]}
        rows={application.experts.map((one) => [one.name, one.sex, maskId(one.idNumber), one.education, one.title, one.field])}
      />
      <Rows
        {...{ part: 'assessors', marked }}
        title={t('f_assessors')}
        heads={[t('f_person'), t('f_sex'), t('f_education'), t('f_title'), t('f_years'), t('f_field'), t('f_certificate')]}
        rows={application.assessors.map((one) => [one.name, one.sex, one.education, one.title, one.years, one.field, one.certificate])}
      />
      <Rows
        {...{ part: 'regulations', marked }}
        title={t('f_regulations')}
        heads={[t('f_regulations')]}
        rows={application.regulations.map((name) => [name])}
      />
      <Rows
        {...{ part: 'venues', marked }}
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
    </>
  );
}

type Cell = string | number | null;

type RowsProps = {
  part: FormPart;
  marked: readonly FormPlace[];
  title: string;
  heads: readonly string[];
  rows: readonly (readonly Cell[])[];
};

function markOf(isMarked: boolean) {
  return isMarked ? { 'data-marked': '', 'aria-current': 'true' as const, className: styles['markedRow'] } : {};
}

function Rows({ part, marked, title, heads, rows }: RowsProps): ReactNode {
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
              <Table.Tr key={row} {...markOf(marked.includes(`${part}.${row}`))}>
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
