import { ActionIcon, Button, Group, NativeSelect, SegmentedControl, Text, TextInput, VisuallyHidden } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { comparisonSchema, type Comparison } from '#shared/domain/visit.ts';
import { isOwn } from '#shared/visit/comparisons.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import styles from './visit.module.css';

type Props = {
  comparisons: readonly Comparison[];
  fewest: number;
  locked: boolean;
  /** What the expert decided or added; the whole list, kept with the record. */
  onChange: (comparisons: Comparison[]) => void;
};

const kinds = comparisonSchema.shape.kind.options;

/** Declared and found, side by side: what the sheet compares by itself, and the expert's own spot checks. */
export function Comparisons({ comparisons, fewest, locked, onChange }: Props) {
  const { t } = useTranslation('visit');
  const own = comparisons.filter(({ id }) => isOwn(id)).length;
  const change = (id: string, next: Partial<Comparison>) => onChange(comparisons.map((one) => (one.id === id ? { ...one, ...next } : one)));
  return (
    <div role="group" aria-label={t('comparisons')} className={styles['comparisons']}>
      <Text size="sm">{t('comparisonsLead', { given: comparisons.length - own, own, fewest })}</Text>
      {comparisons.length < fewest && <StateMark tone="warn" icon="draft" text={t('tooFew', { count: fewest - comparisons.length })} />}
      {comparisons.map((one) => (
        <OneComparison
          key={one.id}
          {...{ one, locked }}
          onChange={(next) => change(one.id, next)}
          onRemove={() => onChange(comparisons.filter(({ id }) => id !== one.id))}
        />
      ))}
      <Group>
        <Button
          variant="default"
          h={44}
          disabled={locked}
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() =>
            onChange([
              ...comparisons,
              { id: `own-${crypto.randomUUID()}`, kind: 'people', subject: '', declared: '', found: '', agrees: true },
            ])
          }
        >
          {t('addComparison')}
        </Button>
      </Group>
    </div>
  );
}

type OneProps = { one: Comparison; locked: boolean; onChange: (next: Partial<Comparison>) => void; onRemove: () => void };

/** What was declared of one thing, what was found, and whether they agree; one's own can be written and taken out. */
function OneComparison({ one, locked, onChange, onRemove }: OneProps) {
  const { t } = useTranslation('visit');
  return (
    <fieldset className={styles['comparison']} disabled={locked} data-comparison={one.id}>
      <legend>
        <VisuallyHidden>{one.subject}</VisuallyHidden>
      </legend>
      {isOwn(one.id) ? (
        <>
          <NativeSelect
            label={t('kind')}
            value={one.kind}
            data={kinds.map((kind) => ({ value: kind, label: t(`kind_${kind}`) }))}
            onChange={(event) => onChange({ kind: kinds.find((kind) => kind === event.currentTarget.value) ?? 'people' })}
          />
          <TextInput label={t('subject')} value={one.subject} onChange={(event) => onChange({ subject: event.currentTarget.value })} />
          <TextInput
            label={t('colDeclared')}
            value={one.declared}
            onChange={(event) => onChange({ declared: event.currentTarget.value })}
          />
          <TextInput label={t('colFound')} value={one.found} onChange={(event) => onChange({ found: event.currentTarget.value })} />
        </>
      ) : (
        <>
          <span className={styles['subject']}>{one.subject}</span>
          <span className="numbers">
            {t('colDeclared')} {one.declared}
          </span>
          <span className="numbers">
            {t('colFound')} {one.found}
          </span>
        </>
      )}
      <SegmentedControl
        size="md"
        aria-label={`${t('colAgrees')} ${one.subject}`}
        value={one.agrees ? 'yes' : 'no'}
        disabled={locked}
        onChange={(value) => onChange({ agrees: value === 'yes' })}
        data={[
          { value: 'yes', label: t('agrees') },
          { value: 'no', label: t('differs') },
        ]}
      />
      {isOwn(one.id) && (
        <ActionIcon variant="subtle" size={44} aria-label={t('removeComparison', { subject: one.subject })} onClick={onRemove}>
          <IconX size={20} aria-hidden />
        </ActionIcon>
      )}
    </fieldset>
  );
}
