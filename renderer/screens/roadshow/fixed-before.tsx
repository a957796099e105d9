import { Button, Group, Text } from '@mantine/core';
import { IconSnowflake } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '#shared/api/sheets.ts';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import { useLanguage } from '../../app/language.ts';
import { clockTime } from '../../parts/format.ts';
import type { Notes } from './use-notes.ts';

type Props = { fixedAt: string | null; locked: boolean; sheet: SheetView; notes: Notes };

/** Fixing the scores before the questions, and when that was done. */
export function FixedBefore({ fixedAt, locked, sheet, notes }: Props) {
  const { t } = useTranslation('roadshow');
  const language = useLanguage();
  const answers = useAnswers();
  const hasQuestions = (sheet.sheet?.questions?.length ?? 0) > 0;
  return (
    <Group gap={8} mih={44}>
      {fixedAt === null ? (
        <Button
          h={44}
          variant="default"
          disabled={locked}
          leftSection={<IconSnowflake size={18} aria-hidden />}
          onClick={() => void answers.flush().then(notes.fix)}
        >
          {t('fix')}
        </Button>
      ) : (
        <>
          <Text size="sm" role="status">
            {t('fixed', { time: clockTime(fixedAt, language) })}
          </Text>
          {!locked && !hasQuestions && (
            <Button h={44} variant="subtle" onClick={notes.lift}>
              {t('lift')}
            </Button>
          )}
        </>
      )}
      <Text size="sm" c="dimmed" visibleFrom="sm">
        {t('digitHint')}
      </Text>
    </Group>
  );
}
