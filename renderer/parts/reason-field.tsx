import { Textarea } from '@mantine/core';

type Props = {
  label: string;
  description: string;
  value: string;
  onChange: (reason: string) => void;
  focus?: 'on-opening' | 'none';
};

/** A written reason that something wants before it can be done. */
export function ReasonField({ label, description, value, onChange, focus = 'none' }: Props) {
  return (
    <Textarea
      label={label}
      description={description}
      required
      autosize
      minRows={2}
      {...(focus === 'on-opening' ? { 'data-autofocus': true } : {})}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
