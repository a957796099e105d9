import { ActionIcon, Group, Select, Stack, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RoundDraft } from '#shared/api/rounds.ts';
import type { TieBreak } from '#shared/domain/round.ts';
import { stagesInOrder } from '#shared/domain/values.ts';

/** One step of the tie-break in words. */
export function TieBreakText({ tieBreak }: { tieBreak: TieBreak }) {
  return useTieBreakText()(tieBreak);
}

function useTieBreakText(): (tieBreak: TieBreak) => string {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  return (tieBreak) => {
    switch (tieBreak.by) {
      case 'stage':
        return t('u_tie_stage', { stage: term(`stage.${tieBreak.stage}`) });
      case 'category':
        return t('u_tie_category', { category: tieBreak.category });
      case 'vote':
        return t('u_tie_vote');
    }
  };
}

const keyOf = (tieBreak: TieBreak): string => JSON.stringify(tieBreak);

type Props = { draft: RoundDraft; onChange: (tieBreak: TieBreak[]) => void };

/** What decides between equal totals, in order: moved up and down, taken out, added. */
export function TieBreakEditor({ draft, onChange }: Props) {
  const { t } = useTranslation('setup');
  const textOf = useTieBreakText();
  const { tieBreak: steps } = draft.rules;
  const categories = [...new Set(draft.rubric.items.filter(({ kind }) => kind !== 'gate').map(({ category }) => category))];
  const known: TieBreak[] = [
    ...stagesInOrder.map((stage) => ({ by: 'stage' as const, stage })),
    ...categories.map((category) => ({ by: 'category' as const, category })),
    { by: 'vote' },
  ];
  const unused = known.filter((one) => !steps.some((step) => keyOf(step) === keyOf(one)));
  const swap = (index: number) =>
    onChange(steps.flatMap((step, at) => (at === index ? (steps[at + 1] ?? []) : at === index + 1 ? (steps[index] ?? []) : step)));
  return (
    <Stack gap={4}>
      <Text fw={500}>{t('u_tieBreak')}</Text>
      <Stack component="ol" gap={0} m={0} p={0}>
        {steps.map((step, index) => {
          const text = textOf(step);
          return (
            <Group component="li" key={keyOf(step)} gap={4} wrap="nowrap" style={{ listStyle: 'none' }}>
              <Text style={{ flex: 1 }}>
                {index + 1}. {text}
              </Text>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                disabled={index === 0}
                aria-label={t('u_up', { step: text })}
                onClick={() => swap(index - 1)}
              >
                <IconArrowUp size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                disabled={index === steps.length - 1}
                aria-label={t('u_down', { step: text })}
                onClick={() => swap(index)}
              >
                <IconArrowDown size={16} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="lg"
                aria-label={t('u_takeOut', { step: text })}
                onClick={() => onChange(steps.filter((_, at) => at !== index))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </Group>
          );
        })}
      </Stack>
      <Select
        aria-label={t('u_addTie')}
        placeholder={t('u_addTie')}
        value={null}
        data={unused.map((one) => ({ value: keyOf(one), label: textOf(one) }))}
        onChange={(value) => {
          const added = unused.find((one) => keyOf(one) === value);
          if (added !== undefined) {
            // A vote decides everything, so whatever else is added goes before it.
            const vote = steps.filter(({ by }) => by === 'vote');
            onChange([...steps.filter(({ by }) => by !== 'vote'), added, ...vote]);
          }
        }}
      />
    </Stack>
  );
}
