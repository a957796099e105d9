import { Button, Group, Menu, Stack, Table, Text, Textarea } from '@mantine/core';
import { IconCheck, IconMinus, IconUserOff } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wrapping } from '../../parts/wrapping.ts';
import type { RoundDraft } from '#shared/api/rounds.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { AssignmentFile } from './assignment-file.tsx';
import { DraftSaving } from './draft-saving.tsx';
import { useUpdateDraft } from './use-draft.ts';

type Member = RoundDraft['panel'][number];
type Entry = RoundDraft['applications'][number];
const icons = { assigned: IconCheck, none: IconMinus, recused: IconUserOff } as const;

/** 回避 and 分配: experts × applicants. */
export function AssignmentsStep({ draft }: { draft: RoundDraft }) {
  const { t } = useTranslation('setup');
  const update = useUpdateDraft(draft.id);
  const [asking, setAsking] = useState<{ member: Member; application: Entry } | null>(null);
  const [reason, setReason] = useState('');
  const { panel, applications, assignments, recusals } = draft;
  if (panel.length === 0 || applications.length === 0) {
    return <EmptyState title={t('s_emptyTitle')} body={t('s_emptyBody')} />;
  }
  const isRecused = (member: Member, application: Entry) =>
    recusals.some((one) => one.expert === member.id && one.applicant === application.applicant.id);
  const isAssigned = (member: Member, application: Entry) =>
    assignments.some((one) => one.expert === member.id && one.application === application.id);
  const without = (member: Member, application: Entry) => ({
    assignments: assignments.filter((one) => one.expert !== member.id || one.application !== application.id),
    recusals: recusals.filter((one) => one.expert !== member.id || one.applicant !== application.applicant.id),
  });
  const set = (member: Member, application: Entry, state: 'assigned' | 'none') => {
    const rest = without(member, application);
    const added = state === 'assigned' ? [{ expert: member.id, application: application.id }] : [];
    update.mutate({ round: draft.id, recusals: rest.recusals, assignments: [...rest.assignments, ...added] });
  };
  /** All of one expert or all of one application at once; recusals stay. */
  const setAll = (isMeant: (member: Member, application: Entry) => boolean, state: 'assigned' | 'none') => {
    const meant = panel.flatMap((member) =>
      applications.flatMap((application) => (isMeant(member, application) ? [{ member, application }] : [])),
    );
    const left = assignments.filter(
      (one) => !meant.some(({ member, application }) => one.expert === member.id && one.application === application.id),
    );
    const added = meant.flatMap(({ member, application }) =>
      state === 'assigned' && !isRecused(member, application) ? [{ expert: member.id, application: application.id }] : [],
    );
    update.mutate({ round: draft.id, assignments: [...left, ...added] });
  };
  const assignAll = () => {
    const scoring = panel.filter((member) => member.role === 'expert' || assignments.some((one) => one.expert === member.id));
    const all = scoring.flatMap((member) =>
      applications
        .filter((application) => !isRecused(member, application))
        .map((application) => ({ expert: member.id, application: application.id })),
    );
    update.mutate({ round: draft.id, assignments: all });
  };
  const recuse = (event: FormEvent) => {
    event.preventDefault();
    if (asking !== null) {
      const rest = without(asking.member, asking.application);
      update.mutate({
        round: draft.id,
        assignments: rest.assignments,
        recusals: [...rest.recusals, { expert: asking.member.id, applicant: asking.application.applicant.id, reason: reason.trim() }],
      });
      setAsking(null);
      setReason('');
    }
  };
  return (
    <Stack>
      <Group justify="space-between">
        <Text>{t('s_explain')}</Text>
        <Button variant="default" onClick={assignAll}>
          {t('s_all')}
        </Button>
      </Group>
      <AssignmentFile draft={draft} />
      <DraftSaving change={update} />
      <WideTable label={t('step_assignments')} minWidth={200 + panel.length * 110} maxHeight="60vh">
        <Table stickyHeader withColumnBorders aria-label={t('step_assignments')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('a_name')}</Table.Th>
              {panel.map((member) => (
                <Table.Th key={member.id} p={2}>
                  <AllOf name={member.name} onSet={(state) => setAll((one) => one === member, state)} />
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {applications.map((application) => (
              <Table.Tr key={application.id}>
                <Table.Th scope="row" p={2}>
                  <AllOf name={application.applicant.name} onSet={(state) => setAll((_, one) => one === application, state)} />
                </Table.Th>
                {panel.map((member) => {
                  const state = isRecused(member, application) ? 'recused' : isAssigned(member, application) ? 'assigned' : 'none';
                  const Icon = icons[state];
                  return (
                    <Table.Td key={member.id} p={2}>
                      <Menu>
                        <Menu.Target>
                          <Button
                            variant="subtle"
                            color={state === 'assigned' ? 'accent' : 'gray'}
                            fullWidth
                            leftSection={<Icon size={16} aria-hidden />}
                            aria-label={t('s_cell', { expert: member.name, applicant: application.applicant.name, state: t(`s_${state}`) })}
                          >
                            {t(`s_${state}`)}
                          </Button>
                        </Menu.Target>
                        <Menu.Dropdown>
                          <Menu.Item onClick={() => set(member, application, 'assigned')}>{t('s_assigned')}</Menu.Item>
                          <Menu.Item onClick={() => set(member, application, 'none')}>{t('s_none')}</Menu.Item>
                          <Menu.Item onClick={() => setAsking({ member, application })}>{t('s_recuse')}</Menu.Item>
                        </Menu.Dropdown>
                      </Menu>
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      <Dialog opened={asking !== null} onClose={() => setAsking(null)} title={t('s_recused')}>
        <form onSubmit={recuse}>
          <Stack>
            <Textarea
              label={t('s_reason')}
              required
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button type="submit" disabled={reason.trim() === ''} {...wrapping} mih={44}>
              {t('s_confirm', { expert: asking?.member.name ?? '', applicant: asking?.application.applicant.name ?? '' })}
            </Button>
          </Stack>
        </form>
      </Dialog>
    </Stack>
  );
}

/** A heading that assigns its whole row or column, or nothing of it. */
function AllOf({ name, onSet }: { name: string; onSet: (state: 'assigned' | 'none') => void }) {
  const { t } = useTranslation('setup');
  return (
    <Menu>
      <Menu.Target>
        <Button variant="subtle" color="gray" fullWidth justify="start" {...wrapping} mih={36} aria-label={t('s_allOf', { name })}>
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onSet('assigned')}>{t('s_allAssigned')}</Menu.Item>
        <Menu.Item onClick={() => onSet('none')}>{t('s_allNone')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
