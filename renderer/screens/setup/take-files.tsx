import { Button, Group, Stack } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportOutcome, RoundDraft } from '#shared/api/rounds.ts';
import { useCore } from '../../app/core.tsx';
import { DropArea } from '../../parts/drop-area.tsx';
import { ExportedFile, useKeptExport } from '../../parts/export-file.tsx';
import { ImportOutcomes } from '../../parts/import-outcomes.tsx';
import { useLongWork } from '../../parts/long-work.ts';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { WorkProgress } from '../../parts/work-progress.tsx';

/** Takes applicants' folders and bundles, many at once; what became of each. And the blank form to hand out. */
export function TakeFiles({ round, onDraft }: { round: string; onDraft: (draft: RoundDraft) => void }) {
  const { t } = useTranslation('setup');
  const { api, client } = useCore();
  const work = useLongWork();
  const kept = useKeptExport();
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[]>([]);
  const blank = useMutation(api.intake.blankForm.mutationOptions({ onSuccess: kept.keep }));
  const take = async (files: string[]) => {
    const taken = await work.run((signal) => client.intake.take({ round, files }, { signal }));
    if (taken !== null) {
      onDraft(taken.draft);
      setOutcomes(taken.outcomes);
    }
  };
  return (
    <Stack>
      <DropArea
        label={t('a_drop')}
        hint={t('a_dropHint')}
        filter="package"
        also={[{ label: t('a_chooseFolder'), filter: 'application-folder' }]}
        disabled={work.running}
        onFiles={(files) => void take(files.map((file) => file.id))}
      />
      <Group>
        <Button
          variant="subtle"
          leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
          loading={blank.isPending}
          onClick={() => blank.mutate(undefined)}
        >
          {t('a_blankForm')}
        </Button>
      </Group>
      <RefusalNote error={blank.error} />
      <ExportedFile kept={kept} />
      <WorkProgress work={work} />
      <ImportOutcomes outcomes={outcomes} />
    </Stack>
  );
}
