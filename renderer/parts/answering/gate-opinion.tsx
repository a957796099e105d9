import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RubricItem } from '#shared/domain/rubric.ts';
import type { Answer } from '#shared/domain/sheet.ts';
import type { Verdict } from '#shared/domain/values.ts';
import { gateVerdict } from '#shared/scoring/gate-verdict.ts';
import { VerdictButtons } from './editors/verdict-buttons.tsx';

type Props = { item: RubricItem; answer: Answer; onVerdict: (verdict: Verdict | null) => void };

/** Of a measured item that is a gate as well: what its value makes of the gate, and the expert's own opinion. Nothing while there is no value. */
export function GateOpinion({ item, answer, onVerdict }: Props) {
  const { t } = useTranslation('desk');
  const { t: term } = useTranslation('terms');
  const byValue = item.kind !== 'measured' || answer.value === null ? null : gateVerdict(item, answer.value);
  if (item.gate === undefined || byValue === null) {
    return null;
  }
  return (
    <Group gap="xs">
      <Text size="sm">{t('gateByValue', { verdict: term(`verdict.${byValue}`) })}</Text>
      <VerdictButtons
        label={t('gateOpinion')}
        verdicts={item.gate.type === 'hard' ? ['doubtful', 'verify-on-site'] : ['met', 'not-met', 'doubtful', 'verify-on-site']}
        value={answer.verdict}
        onChange={onVerdict}
      />
    </Group>
  );
}
