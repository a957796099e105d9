import { Button, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateMark } from '../../../parts/state-mark.tsx';
import { fileProblems } from '#shared/domain/file-problem.ts';
import { byteSize } from '../../../parts/format.ts';
import type { ShownAttachment } from './view-props.ts';

type Props = { attachment: ShownAttachment; url: string; why?: 'kind' | 'size'; children?: ReactNode };

/** A file that can't be looked at here: what it is, why, and the way to keep it. */
export function NotShown({ attachment, url, why = 'kind', children }: Props) {
  const { t } = useTranslation('evidence');
  const name = attachment.name.split('/').at(-1) ?? attachment.name;
  const problem = fileProblems.find((one) => one === attachment.problem);
  return (
    <Stack align="center" p="xl" ta="center">
      <Text fw={600}>{name}</Text>
      <Text c="dimmed" className="numbers">
        {byteSize(attachment.bytes)}
      </Text>
      {problem !== undefined && <StateMark tone="bad" icon="problem" text={t(`problem_${problem}`)} />}
      {children ?? <Text>{t(why === 'size' ? 'tooLarge' : 'notShown')}</Text>}
      <Button component="a" href={url} download={name} variant="default" h={44} leftSection={<IconDownload size={18} aria-hidden />}>
        {t('saveFile')}
      </Button>
    </Stack>
  );
}
