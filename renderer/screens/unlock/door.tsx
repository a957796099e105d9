import { Center, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lastAppearance, useApplyAppearance } from '../../app/appearance.ts';
import { useLanguage } from '../../app/language.ts';

/** The frame of the two screens before a workspace is open. */
export function Door({ title, lead, children }: { title: string; lead: ReactNode; children: ReactNode }) {
  const { t } = useTranslation('shell');
  const { t: u } = useTranslation('unlock');
  const apply = useApplyAppearance();
  const language = useLanguage();
  return (
    <Center component="main" mih="100dvh" p="md">
      <Paper withBorder p="xl" w={460} maw="100%">
        <Stack>
          <div>
            <Text c="var(--accent)" fw={700} size="lg">
              {t('product')}
            </Text>
            <Title order={1}>{title}</Title>
            <Text c="dimmed" component="div">
              {lead}
            </Text>
          </div>
          {children}
          <SegmentedControl
            aria-label={u('language')}
            value={language}
            onChange={(value) => apply({ ...lastAppearance(), language: value === 'en' ? 'en' : 'zh' })}
            data={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
          />
        </Stack>
      </Paper>
    </Center>
  );
}
