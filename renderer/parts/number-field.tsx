import { TextInput } from '@mantine/core';
import { useId, useState } from 'react';
import { readTypedWhole, type Range } from '#shared/numbers/typed-number.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import type { Refusal } from '#shared/refusals/refusal.ts';
import { useLanguage } from '../app/language.ts';

type Props = {
  label: string;
  /** What stands in the field when it appears. */
  initial: string;
  /** Why what stands in it is not taken; null where it is, or where it is empty. */
  refusalOf: (text: string) => Refusal | null;
  onText: (text: string) => void;
  /** When the field is left, with what stands in it. */
  onLeave?: ((text: string) => void) | undefined;
  /** How the text is recorded: shown in its place when the field is left; null leaves it as typed. */
  recordedAs?: ((text: string) => string | null) | undefined;
  /** `aria`: the label is only spoken. */
  labelled?: 'visibly' | 'aria';
  description?: string | undefined;
  placeholder?: string | undefined;
  className?: string | undefined;
  width?: number | undefined;
  disabled?: boolean | undefined;
};

/** A number as it is typed: the field keeps its own text, so that nothing changes under the finger, and says why it is not taken. */
export function NumberField(props: Props) {
  const {
    label,
    initial,
    refusalOf,
    onText,
    onLeave,
    recordedAs,
    labelled = 'visibly',
    description,
    placeholder,
    className,
    width,
    disabled,
  } = props;
  const language = useLanguage();
  const id = useId();
  const [text, setText] = useState(initial);
  const refusal = refusalOf(text);
  return (
    <TextInput
      id={id}
      {...(labelled === 'aria' ? { 'aria-label': label } : { label })}
      {...(description === undefined ? {} : { description })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(className === undefined ? {} : { className })}
      {...(width === undefined ? {} : { w: width })}
      inputMode="decimal"
      autoComplete="off"
      maxLength={60}
      disabled={disabled ?? false}
      value={text}
      error={refusal === null ? null : refusalSentence(refusal, language)}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onText(event.currentTarget.value);
      }}
      onBlur={() => {
        setText((now) => (refusalOf(now) === null ? (recordedAs?.(now) ?? now) : now));
        onLeave?.(text);
      }}
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
    />
  );
}

type WholeProps = Pick<Props, 'label' | 'placeholder' | 'width'> & {
  value: number | null;
  range: Range;
  /** A number that is within its range, or null for an empty field. */
  onChange: (value: number | null) => void;
};

/** A whole number; what is none, or is out of its range, is said and not taken. */
export function WholeNumberField({ value, range, onChange, ...field }: WholeProps) {
  const read = (text: string) => readTypedWhole(text, range);
  return (
    <NumberField
      {...field}
      initial={value === null ? '' : String(value)}
      refusalOf={(text) => {
        const found = read(text);
        return found.ok ? null : found.refusal;
      }}
      recordedAs={(text) => {
        const found = read(text);
        return found.ok && found.value !== null ? String(found.value) : null;
      }}
      onText={(text) => {
        const found = read(text);
        if (found.ok && found.value !== value) {
          onChange(found.value);
        }
      }}
    />
  );
}
