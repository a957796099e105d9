import { ActionIcon, Button, Group, List, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDraft } from '#shared/api/rounds.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import { stagesInOrder } from '#shared/domain/values.ts';
import { formatPoints, parsePoints, sumOfPoints } from '#shared/points/hundredths.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import { withItems } from '#shared/rubric/changes.ts';
import { newItem } from '#shared/rubric/new-item.ts';
import { rubricProblems } from '#shared/rubric/problems.ts';
import { useCore } from '../../app/core.tsx';
import { useLanguage } from '../../app/language.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { DraftSaving } from './draft-saving.tsx';
import { RubricFile } from './rubric-file.tsx';
import { RubricChanges } from './rubric-changes.tsx';
import { RubricItemForm } from './rubric-item-form.tsx';
import { useUpdateDraft } from './use-draft.ts';

/** The rubric as it will be signed: every item, with the sums per stage, what is wrong with it, and what was changed. */
export function RubricStep({ draft }: { draft: RoundDraft }) {
  const { t } = useTranslation('setup');
  const { api } = useCore();
  const language = useLanguage();
  const update = useUpdateDraft(draft.id);
  const [editing, setEditing] = useState<RubricItem | null>(null);
  const origin = useQuery(api.rounds.draft.originRubric.queryOptions({ input: { round: draft.id } })).data;
  const { rubric } = draft;
  const problems = rubricProblems(rubric);
  const keep = (items: RubricItem[]) => {
    if (origin !== undefined) {
      update.mutate({ round: draft.id, rubric: withItems(rubric, items, origin.rubric) });
    }
    setEditing(null);
  };
  // By place, not by code: while two have the same code only one of them is being changed.
  const place = editing === null ? -1 : rubric.items.indexOf(editing);
  const isNew = editing !== null && place < 0;
  const withEdited = (item: RubricItem) => (isNew ? [...rubric.items, item] : rubric.items.with(place, item));
  return (
    <Stack>
      <Title order={2}>{t('r_title', { title: rubric.title, version: rubric.version })}</Title>
      <PointSums items={rubric.items} />
      <RubricFile draft={draft} />
      <DraftSaving change={update} />
      {problems.map(({ item, refusal }) => (
        <Notice key={`${item} ${refusal.code}`} tone="bad" icon="problem" role="status">
          {refusalSentence(refusal, language)}
        </Notice>
      ))}
      <ItemTable items={rubric.items} onEdit={origin === undefined ? null : setEditing} />
      <div>
        <Button variant="default" disabled={origin === undefined} onClick={() => setEditing(newItem(rubric))}>
          {t('r_add')}
        </Button>
      </div>
      <SinceOrigin rubric={rubric} origin={origin} onRestore={(before) => update.mutate({ round: draft.id, rubric: before })} />
      <Dialog
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={t(isNew ? 'r_addTitle' : 'r_edit', { item: editing?.code ?? '' })}
        size="lg"
      >
        {editing !== null && (
          <RubricItemForm
            key={editing.code}
            item={editing}
            isNew={isNew}
            problemsWith={(item) => rubricProblems({ items: withEdited(item) })}
            onSave={(item) => keep(withEdited(item))}
            onRemove={() => keep(rubric.items.toSpliced(place, 1))}
          />
        )}
      </Dialog>
      {rubric.notes.length > 0 && (
        <section>
          <Title order={3}>{t('r_notes')}</Title>
          <List size="sm">
            {rubric.notes.map((note) => (
              <List.Item key={note}>{note}</List.Item>
            ))}
          </List>
        </section>
      )}
    </Stack>
  );
}

/** How many gates there are, and how many points in each stage and in all. */
function PointSums({ items: all }: { items: readonly RubricItem[] }) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  const sum = (items: readonly RubricItem[]) => formatPoints(sumOfPoints(items.map((item) => parsePoints(item.max))));
  const gates = all.filter((item) => item.kind === 'gate');
  return (
    <Group gap="lg">
      <Text>{t('r_gates', { count: gates.length })}</Text>
      {stagesInOrder.map((stage) => {
        const items = all.filter((item) => item.stage === stage && item.kind !== 'gate');
        return (
          <Text key={stage} className="numbers">
            {t('r_sum', { stage: term(`stage.${stage}`), count: items.length, points: sum(items) })}
          </Text>
        );
      })}
      <Text fw={600} className="numbers">
        {t('r_total', { points: sum(all) })}
      </Text>
    </Group>
  );
}

type ItemTableProps = {
  items: readonly RubricItem[];
  /** Null while it is not known what the rubric was before. */
  onEdit: ((item: RubricItem) => void) | null;
};

/** Every item with its kind, scope, points and clause. */
function ItemTable({ items, onEdit }: ItemTableProps) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  return (
    <WideTable label={t('step_rubric')} minWidth={720} maxHeight="60vh">
      <Table stickyHeader striped aria-label={t('step_rubric')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('r_code')}</Table.Th>
            <Table.Th>{t('r_text')}</Table.Th>
            <Table.Th>{t('r_kind')}</Table.Th>
            <Table.Th>{t('r_scope')}</Table.Th>
            <Table.Th className="numbers">{t('r_max')}</Table.Th>
            <Table.Th>{t('r_clause')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={item.code}>
              <Table.Td fw={600}>{item.code}</Table.Td>
              <Table.Td>{item.text}</Table.Td>
              <Table.Td>{term(`kind.${item.kind}`)}</Table.Td>
              <Table.Td>{term(`scope.${item.scope}`)}</Table.Td>
              <Table.Td className="numbers">{item.kind === 'gate' ? '–' : item.max}</Table.Td>
              <Table.Td>{item.clause}</Table.Td>
              <Table.Td>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label={t('r_edit', { item: item.code })}
                  disabled={onEdit === null}
                  onClick={() => onEdit?.(item)}
                >
                  <IconPencil size={18} aria-hidden />
                </ActionIcon>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </WideTable>
  );
}

type OriginProps = {
  rubric: RoundDraft['rubric'];
  /** What the rubric was made from; undefined until it is read. */
  origin: { readonly rubric: RoundDraft['rubric']; readonly issued: boolean } | undefined;
  onRestore: (rubric: RoundDraft['rubric']) => void;
};

/** What was changed since, and the way back. */
function SinceOrigin({ rubric, origin, onRestore }: OriginProps) {
  const { t } = useTranslation('setup');
  if (origin === undefined) {
    return <Skeleton h={40} />;
  }
  return (
    <>
      <RubricChanges before={origin.rubric} after={rubric} issued={origin.issued} />
      {rubric.version !== origin.rubric.version && (
        <div>
          <Button variant="default" onClick={() => onRestore(origin.rubric)}>
            {t('r_restore', { version: origin.rubric.version })}
          </Button>
        </div>
      )}
    </>
  );
}
