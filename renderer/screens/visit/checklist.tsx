import { Button, Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SimpleRule } from '#shared/domain/rubric.ts';
import type { SimpleValue } from '#shared/domain/sheet.ts';
import styles from './visit.module.css';

type Props = {
  rule: Extract<SimpleRule, { kind: 'checklist' }>;
  label: string;
  value: SimpleValue | null;
  onChange: (value: SimpleValue) => void;
};

/** A list to tick off, each line as high as a thumb; that nothing is there has to be said, for blank is not none. */
export function Checklist({ rule, label, value, onChange }: Props) {
  const { t } = useTranslation('visit');
  const ticked = value?.kind === 'checklist' ? value.ticked : null;
  return (
    <Checkbox.Group value={[...(ticked ?? [])]} onChange={(next) => onChange({ kind: 'checklist', ticked: next })} aria-label={label}>
      <Stack gap={6}>
        {rule.boxes.map((box) => (
          <Checkbox
            key={box.code}
            value={box.code}
            size="lg"
            classNames={{ root: styles['tick'] ?? '', body: styles['tickBody'] ?? '', labelWrapper: styles['tickLabel'] ?? '' }}
            label={`${box.text} +${box.points}`}
          />
        ))}
        {(ticked === null || ticked.length === 0) && (
          <Button
            variant={ticked === null ? 'default' : 'filled'}
            h={44}
            aria-pressed={ticked !== null}
            onClick={() => onChange({ kind: 'checklist', ticked: [] })}
          >
            {t('noneTicked')}
          </Button>
        )}
      </Stack>
    </Checkbox.Group>
  );
}
