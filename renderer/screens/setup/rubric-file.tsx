import { Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDraft } from '#shared/api/rounds.ts';
import type { RubricImport } from '#shared/api/rubrics.ts';
import { useCore } from '../../app/core.tsx';
import { useKeptExport } from '../../parts/export-file.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RubricFileChanges } from './rubric-file-changes.tsx';
import { useUpdateDraft } from './use-draft.ts';
import { CellProblems, WorkbookExchange } from './workbook-exchange.tsx';

/** The rubric as a spreadsheet: out, and back in after a look at what it would change. */
export function RubricFile({ draft }: { draft: RoundDraft }) {
  const { t } = useTranslation('rubricFile');
  const { api } = useCore();
  const kept = useKeptExport();
  const update = useUpdateDraft(draft.id);
  const [read, setRead] = useState<RubricImport | null>(null);
  const exporting = useMutation(api.rounds.draft.exportRubric.mutationOptions({ onSuccess: kept.keep, meta: { touches: 'nothing' } }));
  const importing = useMutation(
    api.rounds.draft.importRubric.mutationOptions({ onSuccess: setRead, onError: () => setRead(null), meta: { touches: 'nothing' } }),
  );
  const take = (rubric: RoundDraft['rubric']) => {
    update.mutate({ round: draft.id, rubric }, { onSuccess: () => setRead(null) });
  };
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('hint')}
      </Text>
      <WorkbookExchange labels={{ export: t('export'), import: t('import') }} {...{ kept, draft, exporting, importing, update }} />
      <div role="status">
        {importing.isPending && <Text size="sm">{t('reading')}</Text>}
        {update.isSuccess && (
          <Notice tone="good" icon="done" role="note">
            {t('taken')}
          </Notice>
        )}
      </div>
      {read !== null && read.problems.length > 0 && (
        <Notice tone="bad" icon="problem" role="alert" title={t('wrongTitle', { count: read.problems.length })}>
          <CellProblems problems={read.problems} />
        </Notice>
      )}
      {read?.found !== null && read?.found !== undefined && (
        <RubricFileChanges found={read.found} before={draft.rubric} taking={update.isPending} onTake={take} onDrop={() => setRead(null)}>
          {read.found.open.length > 0 && (
            <Notice tone="warn" icon="problem" role="note" title={t('openTitle', { count: read.found.open.length })}>
              <CellProblems problems={read.found.open} showCell />
            </Notice>
          )}
        </RubricFileChanges>
      )}
    </Stack>
  );
}
