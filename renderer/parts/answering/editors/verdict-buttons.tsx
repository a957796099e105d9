import { Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMapPin, IconMinus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '#shared/domain/values.ts';

const icons = {
  met: IconCheck,
  'not-met': IconX,
  doubtful: IconAlertTriangle,
  'verify-on-site': IconMapPin,
  'not-applicable': IconMinus,
} as const;

type Props = { label: string; verdicts: readonly Verdict[]; value: Verdict | null; onChange: (verdict: Verdict | null) => void };

/** 符合 不符合 存疑 现场核实 不适用; pressing the chosen one again takes it back. */
export function VerdictButtons({ label, verdicts, value, onChange }: Props) {
  const { t } = useTranslation('terms');
  return (
    <Group gap={6} role="group" aria-label={label}>
      {verdicts.map((verdict) => {
        const Icon = icons[verdict];
        const chosen = value === verdict;
        return (
          <Button
            key={verdict}
            variant={chosen ? 'filled' : 'default'}
            aria-pressed={chosen}
            leftSection={<Icon size={16} aria-hidden />}
            h={44}
            px="sm"
            onClick={() => onChange(chosen ? null : verdict)}
          >
            {t(`verdict.${verdict}`)}
          </Button>
        );
      })}
    </Group>
  );
}
