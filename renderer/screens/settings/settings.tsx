import { Input, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Settings } from '#shared/api/workspace.ts';
import { settingsSchema } from '#shared/api/workspace.ts';
import { useCore } from '../../app/core.tsx';
import { Page } from '../../parts/page.tsx';
import { Pending } from '../../parts/pending.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';

/** How the program looks and speaks, and the passphrase. */
export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const { api, capabilities } = useCore();
  const queries = useQueryClient();
  const settings = useQuery(api.workspace.settings.queryOptions());
  const workspace = useQuery(api.workspace.state.queryOptions());
  const save = useMutation(
    api.workspace.saveSettings.mutationOptions({
      onMutate: (next) => queries.setQueryData(api.workspace.settings.queryKey(), next),
      onError: () => queries.invalidateQueries({ queryKey: api.workspace.settings.key() }),
    }),
  );
  if (settings.data === undefined) {
    return (
      <Page title={t('title')}>
        <Pending error={settings.error}>
          <Skeleton h={240} />
        </Pending>
      </Page>
    );
  }
  const now = settings.data;
  const set = (change: { [Key in keyof Settings]?: string }) => save.mutate(settingsSchema.parse({ ...now, ...change }));
  return (
    <Page title={t('title')}>
      <Stack maw={520} gap="lg">
        <Choice
          label={t('language')}
          value={now.language}
          onChange={(language) => set({ language })}
          options={[
            ['zh', '中文'],
            ['en', 'English'],
          ]}
        />
        <Choice
          label={t('textSize')}
          value={now.textSize}
          onChange={(textSize) => set({ textSize })}
          options={[
            ['standard', t('size_standard')],
            ['large', t('size_large')],
            ['largest', t('size_largest')],
          ]}
        />
        <Choice
          label={t('colours')}
          value={now.colours}
          onChange={(colours) => set({ colours })}
          options={[
            ['light', t('colours_light')],
            ['dark', t('colours_dark')],
            ['system', t('colours_system')],
          ]}
        />
        <RefusalNote error={save.error} />
        <ChangePassphrase />
        <div>
          <Title order={2}>{t('about')}</Title>
          <Text c="dimmed">{t('version', { version: capabilities.version })}</Text>
          {workspace.data !== undefined && <Text c="dimmed">{t('folder', { folder: workspace.data.folder })}</Text>}
        </div>
      </Stack>
    </Page>
  );
}

type ChoiceProps = { label: string; value: string; onChange: (value: string) => void; options: readonly (readonly [string, string])[] };

function Choice({ label, value, onChange, options }: ChoiceProps) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      <SegmentedControl
        fullWidth
        aria-label={label}
        value={value}
        onChange={onChange}
        data={options.map(([key, text]) => ({ value: key, label: text }))}
      />
    </Input.Wrapper>
  );
}
