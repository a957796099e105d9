import { ActionIcon, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#shared/domain/sheet.ts';
import { type Measurement, type Tool, toolSchema } from '#shared/domain/visit.ts';
import { readTypedNumber } from '#shared/numbers/typed-number.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import { askedBy, type NumberPlace, typedKey } from '#shared/scoring/typing.ts';
import { sumOfDecimals, takesRatio } from '#shared/scoring/fold.ts';
import { type MeasuredField, refusalOfRow, refusalOfRows, rowsOf, typeIntoRow, withRows } from '#shared/visit/measuring.ts';
import { useLanguage } from '../../app/language.ts';
import { agrees, type Declared } from '#shared/visit/comparisons.ts';
import { NumberField } from '../../parts/number-field.tsx';
import type { How } from '../../parts/answering/editors/value-editor.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import styles from './visit.module.css';

type Props = {
  place: NumberPlace;
  code: string;
  answer: Answer;
  declared: readonly Declared[];
  /** The photos of this item, to say which shows what. */
  photos: readonly string[];
  onChange: (next: (before: Answer) => Answer, how: How) => void;
};

/** What was measured, place by place or thing by thing; the sum is the item's value. What the form lists is there to be checked off. */
export function Measurements({ place, code, answer, declared, photos, onChange }: Props) {
  const { t } = useTranslation('visit');
  const language = useLanguage();
  const { rule, part } = place;
  const ratio = takesRatio(rule);
  const unit = 'unit' in rule ? rule.unit : '';
  const [suggested] = useState(() => suggestedRows({ ratio, unit, part, declared }));
  const measurements = rowsOf(answer, part);
  const rowsIn = (one: Answer) => (rowsOf(one, part).length === 0 ? suggested : rowsOf(one, part));
  const rows = rowsIn(answer);
  const keep = (next: (rows: readonly Measurement[]) => readonly Measurement[], how: How) =>
    onChange((before) => withRows(before, place, next(rowsIn(before))), how);
  const change = (id: string, next: Partial<Measurement>, how: How) =>
    keep((before) => before.map((row) => (row.id === id ? { ...row, ...next } : row)), how);
  const number = (row: Measurement, field: MeasuredField, label: string) => (
    <NumberField
      className={styles['number']}
      label={label}
      initial={answer.typed?.[typedKey(row.id, field)] ?? row[field] ?? ''}
      refusalOf={(text) => refusalOfRow(rule, row, { field, text })}
      recordedAs={(text) => {
        const read = readTypedNumber(text, askedBy(rule));
        return read.ok ? read.value : null;
      }}
      onText={(text) => onChange((before) => typeIntoRow(before, place, { rows: rowsIn(before), id: row.id, field, text }), 'typed')}
    />
  );
  const together = refusalOfRows(rule, measurements);
  const numbers = rows.flatMap(({ number }) => number ?? []);
  const blank = measurements.length === 0 ? 0 : rows.length - numbers.length;
  return (
    <div className={styles['measurements']}>
      {rows.map((row) => (
        <MeasurementRow
          key={row.id}
          {...{ row, rule, unit, photos }}
          figure={declared.find(({ label }) => label !== '' && label === row.label)}
          canRemove={measurements.length > 0}
          onChange={(next, how) => change(row.id, next, how)}
          onRemove={() => keep((before) => before.filter(({ id }) => id !== row.id), 'chosen')}
        >
          {(field, label) => number(row, field, label)}
        </MeasurementRow>
      ))}
      <Group justify="space-between">
        <Button
          variant="default"
          h={44}
          leftSection={<IconPlus size={18} aria-hidden />}
          aria-label={`${t('addMeasurement')} ${code}`}
          onClick={() => keep((before) => [...before, newRow({ ratio, unit, part, tool: before.at(-1)?.tool })], 'chosen')}
        >
          {t('addMeasurement')}
        </Button>
        <Text className="numbers" fw={600}>
          {rows.length > 1 && numbers.length > 0 && !ratio && t('sum', { value: `${sumOfDecimals(numbers)} ${unit}` })}
        </Text>
      </Group>
      <div role="status">
        {blank > 0 && <StateMark tone="warn" icon="draft" text={t('unmeasured', { count: blank })} />}
        {together !== null && <StateMark tone="bad" icon="problem" text={refusalSentence(together, language)} />}
      </div>
    </div>
  );
}

type RowProps = {
  row: Measurement;
  rule: NumberPlace['rule'];
  unit: string;
  photos: readonly string[];
  /** What the form says of it. */
  figure: Declared | undefined;
  canRemove: boolean;
  onChange: (next: Partial<Measurement>, how: How) => void;
  onRemove: () => void;
  /** The field of one of its numbers. */
  children: (field: MeasuredField, label: string) => ReactNode;
};

/** One thing measured: what, how much, with which tool, on which photo. */
function MeasurementRow({ row, rule, unit, photos, figure, canRemove, onChange, onRemove, children: numberField }: RowProps) {
  const { t } = useTranslation('visit');
  const ratio = takesRatio(rule);
  return (
    <div className={styles['measurement']} role="group" aria-label={`${t('measurement')} ${row.label}`} data-measurement>
      <TextInput
        className={styles['measurementLabel'] ?? ''}
        label={t('labelShort')}
        placeholder={t('label')}
        value={row.label}
        maxLength={200}
        onChange={(event) => onChange({ label: event.currentTarget.value }, 'typed')}
      />
      {numberField('number', ratio ? t('count') : `${t('number')}（${unit}）`)}
      {ratio && numberField('of', t('of'))}
      <NativeSelect
        label={t('tool')}
        value={row.tool}
        data={toolSchema.options.map((tool) => ({ value: tool, label: t(`tool_${tool}`) }))}
        onChange={(event) => onChange({ tool: toolSchema.parse(event.currentTarget.value) }, 'chosen')}
      />
      {photos.length > 0 && (
        <NativeSelect
          label={t('measurementPhoto')}
          value={row.photo ?? ''}
          data={[
            { value: '', label: t('noPhoto') },
            ...photos.map((sha256, index) => ({ value: sha256, label: t('photoNumber', { number: index + 1 }) })),
          ]}
          onChange={(event) => onChange({ photo: event.currentTarget.value === '' ? null : event.currentTarget.value }, 'chosen')}
        />
      )}
      <ActionIcon
        variant="subtle"
        size={44}
        className={styles['measurementRemove'] ?? ''}
        disabled={!canRemove}
        aria-label={t('removeMeasurement', { label: row.label === '' ? t('measurement') : row.label })}
        onClick={onRemove}
      >
        <IconX size={20} aria-hidden />
      </ActionIcon>
      {figure !== undefined && (
        <div className={styles['measurementDeclared']}>
          <DeclaredMark declared={figure} found={row.number} />
        </div>
      )}
    </div>
  );
}

/** What the form declares of a thing, and whether what was found is as much. */
export function DeclaredMark({ declared, found }: { declared: Declared; found: string | null }) {
  const { t } = useTranslation('visit');
  const same = found === null ? null : agrees(declared.number, found);
  return (
    <Group gap="sm">
      <span className="numbers">{t('declaredOf', { figure: `${declared.number} ${declared.unit}` })}</span>
      {same !== null && <StateMark tone={same ? 'good' : 'bad'} icon={same ? 'saved' : 'problem'} text={t(same ? 'agrees' : 'differs')} />}
    </Group>
  );
}

type Kind = { ratio: boolean; unit: string; part: string | null };

function newRow({ ratio, unit, part, tool }: Kind & { tool?: Tool | undefined }): Measurement {
  const usual = unit === '㎡' ? 'tape' : 'count';
  return { id: crypto.randomUUID(), part, label: '', number: null, of: ratio ? '1' : null, unit, tool: tool ?? usual, photo: null };
}

function suggestedRows({ declared, ...kind }: Kind & { declared: readonly Declared[] }): Measurement[] {
  const listed = declared.filter(({ label }) => label !== '');
  return listed.length === 0
    ? [{ ...newRow(kind), of: null }]
    : listed.map(({ label, number }) => ({ ...newRow(kind), label, of: kind.ratio ? number : null }));
}
