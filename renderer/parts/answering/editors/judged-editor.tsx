import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wrapping } from '../../wrapping.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import { formatPoints, parsePoints } from '#shared/points/hundredths.ts';
import { normalised } from './decimal-field.tsx';
import type { How } from './value-editor.tsx';

type Props = { item: RubricItem; points: string | null; onChange: (points: string | null, how: How) => void };

/** Points given by judgement: the anchors as buttons with what they mean, or steps, and a field for what lies between. */
export function JudgedEditor({ item, points, onChange }: Props) {
  const { t } = useTranslation('desk');
  const [text, setText] = useState(points ?? '');
  const anchors = item.anchors ?? stepsOf(item).map((each) => ({ points: each, text: '' }));
  const typed = asPoints(text);
  return (
    <Stack gap={6}>
      <div role="group" aria-label={t('points')}>
        <Anchors described={anchors.some((anchor) => anchor.text.length > 6)}>
          {anchors.map((anchor) => (
            <Button
              key={anchor.points}
              variant={points === anchor.points ? 'filled' : 'default'}
              aria-pressed={points === anchor.points}
              {...wrapping}
              mih={44}
              px="sm"
              justify="flex-start"
              className="numbers"
              onClick={() => {
                setText(anchor.points);
                onChange(anchor.points, 'chosen');
              }}
            >
              {anchor.points.replace(/\.?0+$/, '') || '0'}
              {anchor.text !== '' && (
                <Text span size="sm" ml={6} fw={400}>
                  {anchor.text}
                </Text>
              )}
            </Button>
          ))}
        </Anchors>
      </div>
      <Group gap={6} align="center">
        <TextInput
          aria-label={t('pointsOf', { code: item.code, max: item.max, step: item.step ?? '0.01' })}
          inputMode="decimal"
          autoComplete="off"
          w={96}
          value={text}
          error={text.trim() !== '' && typed === null}
          onChange={(event) => {
            setText(event.currentTarget.value);
            onChange(asPoints(event.currentTarget.value), 'typed');
          }}
          onBlur={() => setText((now) => asPoints(now) ?? now)}
          styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', fontWeight: 600 } }}
        />
        <Text className="numbers">/ {item.max}</Text>
      </Group>
    </Stack>
  );
}

/** What is only numbers stands in a row; what is described stands one below the other, so that it can be compared. */
function Anchors({ described, children }: { described: boolean; children: ReactNode }) {
  return described ? (
    <Stack gap={4} align="stretch">
      {children}
    </Stack>
  ) : (
    <Group gap={6}>{children}</Group>
  );
}

/** Typed points as they travel, `"3.50"`; null when empty or not a non-negative number of at most two decimals. */
function asPoints(text: string): string | null {
  const number = normalised(text);
  const match = number === null ? null : /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(number);
  return match === null ? null : `${match[1] ?? '0'}.${(match[2] ?? '').padEnd(2, '0')}`;
}

/** Every step from the maximum down to zero, as long as they fit in a row. */
function stepsOf(item: RubricItem): string[] {
  const step = parsePoints(item.step ?? '1.00');
  const count = step === 0n ? 0 : Number(parsePoints(item.max) / step);
  return count === 0 || count > 10
    ? []
    : Array.from({ length: count + 1 }, (_, index) => formatPoints(parsePoints(item.max) - BigInt(index) * step));
}
