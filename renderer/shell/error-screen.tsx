import { Button, Code, Container, Group, Stack, Text, Title } from '@mantine/core';
import { ORPCError } from '@orpc/client';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** One screen for what should not happen: what is safe, what to do, details without personal data. */
export function ErrorScreen({ error }: { error: unknown }) {
  const { t } = useTranslation('shell');
  const [copied, setCopied] = useState(false);
  const details = detailsOf(error);
  return (
    <Container size="sm" py="xl" role="alert">
      <Stack>
        <Title order={1}>{t('errorTitle')}</Title>
        <Text>{t('errorBody')}</Text>
        <Group>
          <Button onClick={() => window.location.reload()}>{t('errorReload')}</Button>
          <Button variant="default" onClick={() => void navigator.clipboard.writeText(details).then(() => setCopied(true))}>
            {copied ? t('errorCopied') : t('errorCopy')}
          </Button>
        </Group>
        <Text size="sm" c="dimmed">
          {t('errorDetails')}
        </Text>
        <Code block>{details}</Code>
      </Stack>
    </Container>
  );
}

/** Name, code and places in the program; never the message, which may quote what someone typed. */
function detailsOf(error: unknown): string {
  if (!(error instanceof Error)) {
    return typeof error;
  }
  const code = error instanceof ORPCError ? ` ${String(error.code)} ${error.status}` : '';
  const places = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const page = window.location.hash.replaceAll(/[0-9a-f]{8,}[0-9a-f-]*/g, '…');
  return [`${error.name}${code}`, ...places.slice(0, 8), page, navigator.userAgent].join('\n');
}
