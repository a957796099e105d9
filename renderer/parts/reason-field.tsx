import { Textarea } from '@mantine/core';

type Props = {
  label: string;
  description: string;
  value: string;
  onChange: (reason: string) => void;
  autoFocus?: 'focused' | 'as-it-comes';
};

/** A written reason that something wants before it can be done. */
export function ReasonField({ label, description, value, onChange, autoFocus = 'as-it-comes' }: Props) {
  return (
    <Textarea
      label={label}
      description={description}
      required
      autosize
      minRows={2}
      {...(autoFocus === 'focused' ? { 'data-autofocus': true } : {})}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
