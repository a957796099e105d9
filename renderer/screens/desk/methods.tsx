import { Button, MultiSelect, Popover, Stack } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '#shared/api/sheets.ts';
import { methodSchema, type Stage } from '#shared/domain/values.ts';
import { opensWith } from '#shared/scoring/lock.ts';
import { useCore } from '../../app/core.tsx';
import { LockNotice } from '../../parts/answering/lock-notice.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import styles from './desk.module.css';

type Props = { address: { round: string; application: string; stage: Stage }; view: SheetView };

/** Which methods were used on this sheet; locked as the sheet is. */
export function Methods({ address, view }: Props) {
  const { t } = useTranslation('desk');
  const { t: term } = useTranslation('terms');
  const { api } = useCore();
  const queries = useQueryClient();
  const [reason, setReason] = useState<string | null>(null);
  const setMethods = useMutation(
    api.sheets.setMethods.mutationOptions({
      onSuccess: (next) => queries.setQueryData(api.sheets.get.queryKey({ input: address }), next),
    }),
  );
  const methods = view.sheet?.methods ?? [];
  return (
    <Popover position="bottom-end" width={320} trapFocus>
      <Popover.Target>
        <Button variant="default" h={36} px="sm" aria-label={`${t('methods')} ${methods.length}`} title={t('methods')}>
          <IconListCheck size={18} aria-hidden />
          <span className={styles['methodsText']}>{t('methodsButton')}</span>
          {methods.length > 0 && <span className="numbers">{methods.length}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <LockNotice lock={view.lock} reason={reason} name={t('methods')} onReason={setReason} />
          <MultiSelect
            label={t('methods')}
            value={methods}
            disabled={!opensWith(view.lock, reason)}
            comboboxProps={{ withinPortal: false }}
            data={methodSchema.options.map((method) => ({ value: method, label: term(`method.${method}`) }))}
            onChange={(values) =>
              setMethods.mutate({ ...address, reason, methods: methodSchema.options.filter((method) => values.includes(method)) })
            }
          />
          <RefusalNote error={setMethods.error} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
