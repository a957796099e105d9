import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RubricImport } from '#shared/api/rubrics.ts';
import type { Rubric } from '#shared/domain/rubric.ts';
import { RubricChangeTable } from '../../parts/rubric-changes/rubric-change-table.tsx';

type Found = NonNullable<RubricImport['found']>;
type Props = {
  readonly found: Found;
  readonly before: Rubric;
  readonly taking: boolean;
  readonly onTake: (rubric: Rubric) => void;
  readonly onDrop: () => void;
  readonly children?: ReactNode;
};

/** What an imported rubric would change of the draft's, item by item, with the decision below it. */
export function RubricFileChanges({ found: { rubric, changes }, before, taking, onTake, onDrop, children }: Props) {
  const { t } = useTranslation('rubricFile');
  const isSame = changes.about.length === 0 && changes.items.length === 0 && !changes.reordered;
  if (isSame) {
    return (
      <Group>
        <Text role="status">{t('sameTitle')}</Text>
        <Button variant="subtle" onClick={onDrop}>
          {t('drop')}
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap="xs" component="section" aria-label={t('previewTitle', { title: rubric.title })}>
      <Title order={3}>{t('previewTitle', { title: rubric.title })}</Title>
      <RubricChangeTable changes={changes} before={before} after={rubric} />
      {children}
      <Group>
        <Button loading={taking} onClick={() => onTake(rubric)}>
          {t('take')}
        </Button>
        <Button variant="default" disabled={taking} onClick={onDrop}>
          {t('drop')}
        </Button>
      </Group>
    </Stack>
  );
}
