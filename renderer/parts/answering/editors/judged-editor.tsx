import { Button, Group, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wrapping } from '../../wrapping.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import type { Answer } from '#shared/domain/sheet.ts';
import { readTypedPoints } from '#shared/numbers/typed-number.ts';
import { formatPoints, parsePoints } from '#shared/points/hundredths.ts';
import { refusalOfPoints, typedKey, typePoints } from '#shared/scoring/typing.ts';
import { NumberField } from '../../number-field.tsx';
import type { How } from './value-editor.tsx';

type Props = { item: RubricItem; answer: Answer; onChange: (next: (before: Answer) => Answer, how: How) => void };

/** Points given by judgement: the anchors as buttons with what they mean, or steps, and a field for what lies between. */
export function JudgedEditor({ item, answer, onChange }: Props) {
  const { t } = useTranslation('desk');
  // The field keeps its own text; an anchor gives it a new one.
  const [chosen, setChosen] = useState(0);
  const { points } = answer;
  const anchors = item.anchors ?? stepsOf(item).map((each) => ({ points: each, text: '' }));
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
                setChosen(chosen + 1);
                onChange((before) => typePoints(before, item, anchor.points), 'chosen');
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
      <Group gap={6} align="flex-start">
        <NumberField
          key={chosen}
          label={t('pointsOf', { code: item.code, max: item.max, step: item.step ?? '0.01' })}
          labelled="aria"
          width={150}
          initial={answer.typed?.[typedKey(null, 'points')] ?? points ?? ''}
          refusalOf={(text) => refusalOfPoints(item, text)}
          recordedAs={(text) => {
            const read = readTypedPoints(text);
            return read.ok ? read.value : null;
          }}
          onText={(text) => onChange((before) => typePoints(before, item, text), 'typed')}
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

/** Every step from the maximum down to zero, as long as they fit in a row. */
function stepsOf(item: RubricItem): string[] {
  const step = parsePoints(item.step ?? '1.00');
  const count = step === 0n ? 0 : Number(parsePoints(item.max) / step);
  return count === 0 || count > 10
    ? []
    : Array.from({ length: count + 1 }, (_, index) => formatPoints(parsePoints(item.max) - BigInt(index) * step));
}
