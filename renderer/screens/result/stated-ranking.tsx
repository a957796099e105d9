import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CandidateResult } from '#shared/domain/result.ts';
import { placesWithinOccupation } from '#shared/merge/place.ts';
import { WideTable } from '../../parts/wide-table.tsx';

type Props = { candidates: readonly CandidateResult[]; applicants: ReadonlyMap<string, string> };

/** The ranking as the result states it; those without a rank come last. */
export function StatedRanking({ candidates, applicants }: Props) {
  const { t } = useTranslation('result');
  const { t: term } = useTranslation('terms');
  const places = placesWithinOccupation(candidates);
  const rows = candidates
    .map((candidate, index) => ({ ...candidate, place: places[index] ?? null }))
    .toSorted((one, other) => (one.rank ?? Number.MAX_SAFE_INTEGER) - (other.rank ?? Number.MAX_SAFE_INTEGER));
  return (
    <WideTable label={t('table')} minWidth={640}>
      <Table aria-label={t('table')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className="numbers">{t('colRank')}</Table.Th>
            <Table.Th className="numbers">{t('colPlace')}</Table.Th>
            <Table.Th>{t('colApplicant')}</Table.Th>
            <Table.Th>{t('colOccupation')}</Table.Th>
            <Table.Th className="numbers">{t('colTotal')}</Table.Th>
            <Table.Th>{t('colOutcome')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ application, occupation, rank, place, total, outcome }) => (
            <Table.Tr key={`${application} ${occupation}`}>
              <Table.Td className="numbers">{rank ?? '–'}</Table.Td>
              <Table.Td className="numbers">{place ?? '–'}</Table.Td>
              <Table.Th scope="row">{applicants.get(application) ?? application}</Table.Th>
              <Table.Td>{occupation}</Table.Td>
              <Table.Td className="numbers">{total ?? '–'}</Table.Td>
              <Table.Td>{term(`outcome.${outcome}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}
