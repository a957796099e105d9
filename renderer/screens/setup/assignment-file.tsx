import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignmentImport } from '#shared/api/assignments.ts';
import type { RoundDraft } from '#shared/api/rounds.ts';
import { stagesInOrder } from '#shared/domain/values.ts';
import { useCore } from '../../app/core.tsx';
import { useKeptExport } from '../../parts/export-file.tsx';
import { useListed } from '../../parts/listed.ts';
import { Notice } from '../../parts/notice.tsx';
import { useUpdateDraft } from './use-draft.ts';
import { CellProblems, WorkbookExchange } from './workbook-exchange.tsx';

/** The assignments as a spreadsheet: out, and back in after a look at what it would change. */
export function AssignmentFile({ draft }: { draft: RoundDraft }) {
  const { t } = useTranslation('setup');
  const { api } = useCore();
  const kept = useKeptExport();
  const update = useUpdateDraft(draft.id);
  const [read, setRead] = useState<AssignmentImport | null>(null);
  const exporting = useMutation(api.rounds.draft.exportAssignments.mutationOptions({ onSuccess: kept.keep, meta: { touches: 'nothing' } }));
  const importing = useMutation(
    api.rounds.draft.importAssignments.mutationOptions({ onSuccess: setRead, onError: () => setRead(null), meta: { touches: 'nothing' } }),
  );
  return (
    <Stack gap="xs">
      <WorkbookExchange labels={{ export: t('s_export'), import: t('s_import') }} {...{ kept, draft, exporting, importing, update }} />
      {read !== null && read.problems.length > 0 && (
        <Notice tone="bad" icon="problem" role="alert" title={t('s_wrong', { count: read.problems.length })}>
          <CellProblems problems={read.problems} />
        </Notice>
      )}
      {read !== null && read.found !== null && (
        <Preview
          found={read.found}
          taking={update.isPending}
          onTake={(assignments) => update.mutate({ round: draft.id, assignments }, { onSuccess: () => setRead(null) })}
          onDrop={() => setRead(null)}
        />
      )}
    </Stack>
  );
}

type Found = NonNullable<AssignmentImport['found']>;
type PreviewProps = { found: Found; taking: boolean; onTake: (assignments: Found['assignments']) => void; onDrop: () => void };

/** What the spreadsheet would change, pair by pair, and the decision. */
function Preview({ found: { assignments, added, removed }, taking, onTake, onDrop }: PreviewProps) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  const listed = useListed();
  const same = added.length + removed.length === 0;
  const named = ({ stages, ...pair }: Found['added'][number]) => ({
    ...pair,
    stages: stages.length === stagesInOrder.length ? t('s_allStages') : listed(stages.map((stage) => term(`stage.${stage}`))),
  });
  return (
    <Notice tone="quiet" icon="info" role="status" title={same ? t('s_same') : t('s_preview')}>
      <Stack gap="xs">
        {!same && (
          <Text size="sm" c="dimmed" className="numbers">
            {t('s_counts', { added: added.length, removed: removed.length })}
          </Text>
        )}
        {!same && (
          <List size="sm" style={{ maxHeight: '40vh', overflowY: 'auto' }} tabIndex={0} aria-label={t('s_preview')}>
            {added.map((pair) => (
              <List.Item key={`+${JSON.stringify(pair)}`}>{t('s_adds', named(pair))}</List.Item>
            ))}
            {removed.map((pair) => (
              <List.Item key={`-${JSON.stringify(pair)}`}>{t('s_removes', named(pair))}</List.Item>
            ))}
          </List>
        )}
        <Group>
          {!same && (
            <Button loading={taking} onClick={() => onTake(assignments)}>
              {t('s_take')}
            </Button>
          )}
          <Button variant="default" disabled={taking} onClick={onDrop}>
            {t('s_drop')}
          </Button>
        </Group>
      </Stack>
    </Notice>
  );
}
