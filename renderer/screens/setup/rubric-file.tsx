import { Button, Group, List, Stack, Text } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDraft } from '#shared/api/rounds.ts';
import type { CellProblem, RubricImport } from '#shared/api/rubrics.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import { useCore } from '../../app/core.tsx';
import { useLanguage } from '../../app/texts.ts';
import { ExportedFile, useKeptExport } from '../../parts/export-file.tsx';
import { Notice } from '../../parts/notice.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { RubricFileChanges } from './rubric-file-changes.tsx';
import { useUpdateDraft } from './use-draft.ts';

/** The rubric as a spreadsheet: out, and back in after a look at what it would change. */
export function RubricFile({ draft }: { draft: RoundDraft }) {
  const { t } = useTranslation('rubricFile');
  const { api, files } = useCore();
  const language = useLanguage();
  const kept = useKeptExport();
  const update = useUpdateDraft(draft.id);
  const [read, setRead] = useState<RubricImport | null>(null);
  const exporting = useMutation(api.rounds.draft.exportRubric.mutationOptions({ onSuccess: kept.keep }));
  const importing = useMutation(api.rounds.draft.importRubric.mutationOptions({ onSuccess: setRead, onError: () => setRead(null) }));
  const choosing = useMutation({
    mutationFn: () => files.choose('spreadsheet', 'one'),
    onSuccess: ([file]) => {
      if (file !== undefined) {
        update.reset();
        importing.mutate({ round: draft.id, file: file.id });
      }
    },
  });
  const take = (rubric: RoundDraft['rubric']) => {
    update.mutate({ round: draft.id, rubric }, { onSuccess: () => setRead(null) });
  };
  const busy = choosing.isPending || importing.isPending;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('hint')}
      </Text>
      <Group>
        <Button
          variant="default"
          leftSection={<IconFileExport size={18} aria-hidden />}
          loading={exporting.isPending}
          onClick={() => exporting.mutate({ round: draft.id, language })}
        >
          {t('export')}
        </Button>
        <Button variant="default" leftSection={<IconFileImport size={18} aria-hidden />} loading={busy} onClick={() => choosing.mutate()}>
          {t('import')}
        </Button>
      </Group>
      <div role="status">
        {importing.isPending && <Text size="sm">{t('reading')}</Text>}
        {update.isSuccess && (
          <Notice tone="good" icon="done" role="note">
            {t('taken')}
          </Notice>
        )}
      </div>
      <RefusalNote error={exporting.error ?? importing.error ?? update.error} />
      <RefusalNote error={choosing.error} />
      <ExportedFile kept={kept} />
      {read !== null && read.problems.length > 0 && (
        <Notice tone="bad" icon="problem" role="alert" title={t('wrongTitle', { count: read.problems.length })}>
          <Problems problems={read.problems} />
        </Notice>
      )}
      {read?.found !== null && read?.found !== undefined && (
        <RubricFileChanges found={read.found} before={draft.rubric} taking={update.isPending} onTake={take} onDrop={() => setRead(null)}>
          {read.found.open.length > 0 && (
            <Notice tone="warn" icon="problem" role="note" title={t('openTitle', { count: read.found.open.length })}>
              <Problems problems={read.found.open} showCell />
            </Notice>
          )}
        </RubricFileChanges>
      )}
    </Stack>
  );
}

/** A sentence each; where it does not say the cell itself, the cell stands before it. */
function Problems({ problems, showCell = false }: { problems: readonly CellProblem[]; showCell?: boolean }) {
  const language = useLanguage();
  return (
    <List size="sm" style={{ maxHeight: '40vh', overflowY: 'auto' }} tabIndex={0}>
      {problems.map(({ cell, refusal }) => (
        <List.Item key={`${cell} ${refusal.code}`}>
          {showCell && `${cell} `}
          {refusalSentence(refusal, language)}
        </List.Item>
      ))}
    </List>
  );
}
