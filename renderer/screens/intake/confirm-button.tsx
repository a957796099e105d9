import { Button, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { wrapping } from '../../parts/wrapping.ts';
import type { ReadingView } from '#shared/api/intake.ts';
import { useCore } from '../../app/core.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ExportedFile, useKeptExport } from '../../parts/export-file.tsx';
import { useLongWork } from '../../parts/long-work.ts';
import { WorkProgress } from '../../parts/work-progress.tsx';

/** 确认并收入批次: with doubts left it asks first and says how many; once it is in, the bundle can be exported. */
export function ConfirmButton({ view, onDone }: { view: ReadingView; onDone: () => void }) {
  const { t } = useTranslation('intake');
  const { api, client } = useCore();
  const queries = useQueryClient();
  const work = useLongWork();
  const kept = useKeptExport();
  const [asking, ask] = useDisclosure(false);
  const { id: reading, applicant, doubts, state } = view.summary;
  const confirm = async () => {
    ask.close();
    const done = await work.run((signal) => client.intake.confirm({ reading }, { signal }));
    if (done !== null) {
      queries.setQueryData(api.rounds.draft.get.queryKey({ input: { round: done.draft.id } }), done.draft);
      onDone();
    }
  };
  const exportBundle = async () => {
    await kept.keep(await work.run((signal) => client.intake.exportBundle({ reading }, { signal })));
  };
  return (
    <>
      <Button variant="default" disabled={work.running} onClick={() => void exportBundle()}>
        {t('exportBundle')}
      </Button>
      {state === 'waiting' && (
        <Button loading={work.running} onClick={() => (doubts > 0 ? ask.open() : void confirm())}>
          {t('confirm')}
        </Button>
      )}
      {(work.running || work.error !== null) && (
        <div style={{ flexBasis: '100%' }}>
          <WorkProgress work={work} />
        </div>
      )}
      {kept.file !== null && (
        <div style={{ flexBasis: '100%' }}>
          <ExportedFile kept={kept} />
        </div>
      )}
      <Dialog opened={asking} onClose={ask.close} title={t('confirmTitle')}>
        <Stack>
          <Text>{t('confirmBody', { name: applicant, doubts })}</Text>
          <Button data-autofocus onClick={() => void confirm()} {...wrapping} mih={44}>
            {t('confirmAnyway', { doubts })}
          </Button>
        </Stack>
      </Dialog>
    </>
  );
}
