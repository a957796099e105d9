import { Button, EmptyState, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDraft } from '#shared/api/rounds.ts';
import { comparesTotals } from '#shared/domain/round.ts';
import { type Stage, stagesInOrder } from '#shared/domain/values.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import { useLanguage } from '../../app/language.ts';
import { Notice } from '../../parts/notice.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { AssignAll } from './assign-all.tsx';
import { reassigned, stagesOfPair } from './assigning.ts';
import { AssignmentCell } from './assignment-cell.tsx';
import { AssignmentFile } from './assignment-file.tsx';
import { DraftSaving } from './draft-saving.tsx';
import { RecuseDialog } from './recuse-dialog.tsx';
import { useUpdateDraft } from './use-draft.ts';

type Member = RoundDraft['panel'][number];
type Entry = RoundDraft['applications'][number];

/** 回避 and 分配: experts × applicants, stage by stage where it has to be. */
export function AssignmentsStep({ draft, onRules }: { draft: RoundDraft; onRules: () => void }) {
  const { t } = useTranslation('setup');
  const update = useUpdateDraft(draft.id);
  const [asking, setAsking] = useState<{ member: Member; application: Entry } | null>(null);
  const { panel, applications } = draft;
  // What was chosen last stands at once, so that the next choice is made on top of it and not instead of it.
  const { assignments, recusals } = { ...draft, ...(update.isPending ? definedOf(update.variables) : {}) };
  if (panel.length === 0 || applications.length === 0) {
    return <EmptyState title={t('s_emptyTitle')} description={t('s_emptyBody')} />;
  }
  const save = (change: Partial<Pick<RoundDraft, 'assignments' | 'recusals'>>) =>
    update.mutate({ round: draft.id, assignments, recusals, ...change });
  const pairOf = (member: Member, application: Entry) => ({ expert: member.id, application: application.id });
  const isRecused = (member: Member, application: Entry) =>
    recusals.some((one) => one.expert === member.id && one.applicant === application.applicant.id);
  const unrecused = (member: Member, application: Entry) =>
    recusals.filter((one) => one.expert !== member.id || one.applicant !== application.applicant.id);
  /** All pairs of some of the experts with some of the applications at once; recusals stay. */
  const setAll = (members: readonly Member[], entries: readonly Entry[], stages: readonly Stage[]) => {
    const pairs = members.flatMap((member) =>
      entries.flatMap((application) => (isRecused(member, application) ? [] : [pairOf(member, application)])),
    );
    save({ assignments: reassigned(assignments, pairs, stages) });
  };
  const scoring = panel.filter((member) => member.role === 'expert' || draft.chairScores);
  return (
    <Stack>
      <Group justify="space-between">
        <Text maw={720}>{t('s_explain')}</Text>
        <Button variant="default" onClick={() => setAll(scoring, applications, stagesInOrder)}>
          {t('s_all')}
        </Button>
      </Group>
      <AssignmentFile draft={draft} />
      <DraftSaving change={update} />
      <StagesUnderTotals draft={draft} assignments={assignments} onRules={onRules} />
      <AssignmentTable
        {...{ panel, applications, scoring }}
        stagesOf={(member, application) => (isRecused(member, application) ? null : stagesOfPair(assignments, pairOf(member, application)))}
        onAll={setAll}
        onSet={(member, application, stages) =>
          save({
            recusals: unrecused(member, application),
            assignments: reassigned(assignments, [pairOf(member, application)], stages),
          })
        }
        onRecuse={(member, application) => setAsking({ member, application })}
      />
      <RecuseDialog
        asked={asking === null ? null : { expert: asking.member.name, applicant: asking.application.applicant.name }}
        onClose={() => setAsking(null)}
        onRecuse={(reason) => {
          if (asking !== null) {
            const { member, application } = asking;
            save({
              assignments: reassigned(assignments, [pairOf(member, application)], []),
              recusals: [...unrecused(member, application), { expert: member.id, applicant: application.applicant.id, reason }],
            });
          }
          setAsking(null);
        }}
      />
    </Stack>
  );
}

type AssignmentTableProps = {
  panel: readonly Member[];
  applications: readonly Entry[];
  /** Who scores at all: a whole row is assigned to these. */
  scoring: readonly Member[];
  /** Null for whom a recusal keeps from it. */
  stagesOf: (member: Member, application: Entry) => readonly Stage[] | null;
  onAll: (members: readonly Member[], applications: readonly Entry[], stages: readonly Stage[]) => void;
  onSet: (member: Member, application: Entry, stages: readonly Stage[]) => void;
  onRecuse: (member: Member, application: Entry) => void;
};

/** Applicants down, experts across; each head assigns a whole row or column. */
function AssignmentTable({ panel, applications, scoring, stagesOf, onAll, onSet, onRecuse }: AssignmentTableProps) {
  const { t } = useTranslation('setup');
  const occupations = [...new Set(applications.flatMap((application) => application.occupations.map(({ name }) => name)))];
  return (
    <WideTable label={t('step_assignments')} minWidth={200 + panel.length * 120} maxHeight="60vh">
      <Table stickyHeader withColumnBorders aria-label={t('step_assignments')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('a_name')}</Table.Th>
            {panel.map((member) => (
              <Table.Th key={member.id} p={2}>
                <AssignAll
                  name={member.name}
                  onSet={(stages) => onAll([member], applications, stages)}
                  occupations={{ names: occupations, onChoose: (name) => onAll([member], applyingFor(applications, name), stagesInOrder) }}
                />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {applications.map((application) => (
            <Table.Tr key={application.id}>
              <Table.Th scope="row" p={2}>
                <AssignAll name={application.applicant.name} onSet={(stages) => onAll(scoring, [application], stages)} />
              </Table.Th>
              {panel.map((member) => (
                <Table.Td key={member.id} p={2}>
                  <AssignmentCell
                    expert={member.name}
                    applicant={application.applicant.name}
                    stages={stagesOf(member, application)}
                    onSet={(stages) => onSet(member, application, stages)}
                    onRecuse={() => onRecuse(member, application)}
                  />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

/** The applications for one occupation. */
function applyingFor(applications: readonly Entry[], occupation: string): Entry[] {
  return applications.filter((one) => one.occupations.some(({ name }) => name === occupation));
}

type UnderTotalsProps = { draft: RoundDraft; assignments: RoundDraft['assignments']; onRules: () => void };

/** Says that stages were divided among experts whose totals are compared, and leads to the rules. */
function StagesUnderTotals({ draft: { panel, rules }, assignments, onRules }: UnderTotalsProps) {
  const { t } = useTranslation('setup');
  const language = useLanguage();
  const divided = assignments.find(({ stages }) => stages !== undefined);
  return divided === undefined || !comparesTotals(rules) ? null : (
    <Notice tone="bad" icon="problem" role="status">
      {refusalSentence(
        {
          code: 'round/stages-under-totals',
          details: { name: panel.find(({ id }) => id === divided.expert)?.name ?? divided.expert },
        },
        language,
      )}{' '}
      <Button size="compact-sm" variant="default" onClick={onRules}>
        {t('s_goRules')}
      </Button>
    </Notice>
  );
}

type Change = Partial<Pick<RoundDraft, 'assignments' | 'recusals'>>;

function definedOf({ assignments, recusals }: { [Key in keyof Change]: Change[Key] | undefined }): Change {
  return { ...(assignments === undefined ? {} : { assignments }), ...(recusals === undefined ? {} : { recusals }) };
}
