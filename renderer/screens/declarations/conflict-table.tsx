import { Button, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeclarationsView } from '#shared/api/declarations.ts';
import { type ConflictOfInterest, conflictOfInterestSchema } from '#shared/domain/declaration.ts';
import { useCore } from '../../app/core.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { useKeepDeclarations } from './use-keep-declarations.ts';

type Row = DeclarationsView['applicants'][number];
/** What is chosen on the screen and not declared yet. */
type Choice = { readonly conflict: ConflictOfInterest; readonly reason: string };

/** How I stand to each applicant; what is chosen is declared together, and can be changed later with a reason. */
export function ConflictTable({ round, applicants }: { round: string; applicants: readonly Row[] }) {
  const { t } = useTranslation('declarations');
  const { api } = useCore();
  const keep = useKeepDeclarations(round);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const declare = useMutation(
    api.declarations.declareConflicts.mutationOptions({
      onSuccess: (next) => {
        setChoices(new Map());
        keep(next);
      },
    }),
  );
  const choose = (applicant: string, choice: Choice | null) => {
    const next = new Map(choices);
    if (choice === null) {
      next.delete(applicant);
    } else {
      next.set(applicant, choice);
    }
    setChoices(next);
  };
  const untouched = applicants.filter(({ applicant, imposed, conflict }) => !imposed && conflict === null && !choices.has(applicant));
  const chooseNone = () =>
    setChoices(new Map([...choices, ...untouched.map(({ applicant }) => [applicant, { conflict: 'none', reason: '' }] as const)]));
  const missingReason = [...choices].some(
    ([applicant, choice]) => needsReason(applicants, applicant, choice) && choice.reason.trim() === '',
  );
  if (applicants.length === 0) {
    return <Text>{t('nothingAssigned')}</Text>;
  }
  return (
    <Stack gap="sm">
      <WideTable label={t('conflicts')} minWidth={560} maxHeight="50vh">
        <Table aria-label={t('conflicts')} stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('applicant')}</Table.Th>
              <Table.Th w={240}>{t('situation')}</Table.Th>
              <Table.Th>{t('reason')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {applicants.map((row) => (
              <ConflictRow
                key={row.applicant}
                row={row}
                choice={choices.get(row.applicant) ?? null}
                onChoose={(choice) => choose(row.applicant, choice)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      <RefusalNote error={declare.error} />
      <Group>
        {untouched.length > 0 && (
          <Button variant="default" onClick={chooseNone}>
            {t('restNone', { count: untouched.length })}
          </Button>
        )}
        {choices.size > 0 && (
          <Button
            disabled={missingReason}
            loading={declare.isPending}
            onClick={() => declare.mutate({ round, conflicts: [...choices].map(([applicant, choice]) => ({ applicant, ...choice })) })}
          >
            {t('declare', { count: choices.size })}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** A conflict needs its explanation; so does taking one back. */
function needsReason(applicants: readonly Row[], applicant: string, { conflict }: Choice): boolean {
  const before = applicants.find((each) => each.applicant === applicant)?.conflict ?? 'none';
  return conflict !== 'none' || before !== 'none';
}

function ConflictRow({ row, choice, onChoose }: { row: Row; choice: Choice | null; onChoose: (choice: Choice | null) => void }) {
  const { t } = useTranslation('declarations');
  const { name, imposed, conflict, reason } = row;
  if (imposed || (conflict !== null && choice === null)) {
    return (
      <Table.Tr>
        <Table.Td>{name}</Table.Td>
        <Table.Td>
          {imposed ? (
            <StateMark tone="warn" icon="recused" text={t('imposed')} />
          ) : (
            <StateMark
              tone={conflict === 'none' ? 'quiet' : 'warn'}
              icon={conflict === 'none' ? 'complete' : 'recused'}
              text={t(`conflict_${conflict ?? 'none'}`)}
            />
          )}
        </Table.Td>
        <Table.Td>
          {conflict === 'none' ? '' : reason}{' '}
          {!imposed && conflict !== null && (
            <Button size="compact-sm" variant="subtle" onClick={() => onChoose({ conflict, reason: '' })}>
              {t('change')}
            </Button>
          )}
        </Table.Td>
      </Table.Tr>
    );
  }
  const asksReason = needsReason([row], row.applicant, choice ?? { conflict: 'none', reason: '' });
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td>
        <NativeSelect
          aria-label={t('situationOf', { name })}
          value={choice?.conflict ?? ''}
          data={[{ value: '', label: '' }, ...conflictOfInterestSchema.options.map((value) => ({ value, label: t(`conflict_${value}`) }))]}
          onChange={(event) => {
            const chosen = conflictOfInterestSchema.safeParse(event.currentTarget.value);
            onChoose(chosen.success ? { conflict: chosen.data, reason: choice?.reason ?? '' } : null);
          }}
        />
      </Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          {asksReason && choice !== null && (
            <TextInput
              aria-label={t('reasonOf', { name })}
              placeholder={t('reasonNeeded')}
              flex={1}
              value={choice.reason}
              onChange={(event) => onChoose({ ...choice, reason: event.currentTarget.value })}
            />
          )}
          {conflict !== null && (
            <Button size="compact-sm" variant="subtle" onClick={() => onChoose(null)}>
              {t('back')}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
