import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Rubric } from '#shared/domain/rubric.ts';
import { rubricChanges } from '#shared/rubric/changes.ts';
import { RubricChangeTable } from '../../parts/rubric-changes/rubric-change-table.tsx';

/** What was changed against the version it came from; `issued`: that version was signed, it did not come with the program. */
export function RubricChanges({ before, after, issued }: { before: Rubric; after: Rubric; issued: boolean }) {
  const { t } = useTranslation('setup');
  const changes = rubricChanges(before, after);
  const origin = t(issued ? 'r_originIssued' : 'r_originProgram', { version: before.version });
  if (changes.about.length === 0 && changes.items.length === 0 && !changes.reordered) {
    return <Text c="dimmed">{t('r_unchanged', { origin })}</Text>;
  }
  return (
    <section>
      <Title order={3}>{t('r_changes', { origin, count: changes.items.length })}</Title>
      <RubricChangeTable changes={changes} before={before} after={after} />
    </section>
  );
}
