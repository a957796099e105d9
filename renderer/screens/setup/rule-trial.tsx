import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RubricItem, SimpleRule } from '#shared/domain/rubric.ts';
import type { Answer } from '#shared/domain/sheet.ts';
import { exampleValue, inOrder } from '#shared/rubric/new-rule.ts';
import { scoreAnswer } from '#shared/scoring/score-answer.ts';
import { ValueEditor } from '../../parts/answering/editors/value-editor.tsx';
import { EntryValue } from '../../parts/answering/entry-value.tsx';
import { blankAnswer } from '../../parts/answering/sheet-model.ts';
import styles from './setup.module.css';

/** 示例: what the rule gives for a value, as an expert will answer the item; another value can be tried. */
export function RuleTrial({ item, rule }: { item: RubricItem; rule: SimpleRule }) {
  const { t } = useTranslation('setup');
  const [answer, setAnswer] = useState<Answer>(() => ({ ...blankAnswer, value: exampleValue(rule) }));
  const whole = { ...item, rule: inOrder(rule) };
  const scored = scoreAnswer(whole, answer);
  return (
    <aside className={styles['example']} aria-label={t('u_example')}>
      <Text size="sm" c="dimmed">
        {t('r_trial')}
      </Text>
      <Group align="flex-end" gap="md">
        <ValueEditor rule={whole.rule} label={t('r_tried')} answer={answer} onChange={setAnswer} />
        <Text size="xl" component="div" role="status">
          <EntryValue item={whole} answer={scored.ok ? scored.value.answer : answer} />
        </Text>
      </Group>
    </aside>
  );
}
