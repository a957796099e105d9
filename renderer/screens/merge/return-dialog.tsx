import { Button, Checkbox, Group, ScrollArea, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from '#shared/api/merge.ts';
import type { ReturnedItem } from '#shared/api/returns.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import type { Slot } from '#shared/domain/sheet.ts';
import { type Stage, stageSchema, stagesInOrder } from '#shared/domain/values.ts';
import { slotKey } from '#shared/scoring/slots.ts';
import { useCore } from '../../app/core.tsx';
import { describeAnswer } from '../../parts/describe-answer.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { ReasonField } from '../../parts/reason-field.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';

/** Whose sheet is to be returned; `slot` is ticked from the start. */
export type ToReturn = { readonly expert: string; readonly application: string; readonly stage: Stage; readonly slot: Slot | null };
type Place = Slot & { readonly stage: Stage };
type Props = {
  round: string;
  board: Board;
  sheet: ToReturn;
  busy: boolean;
  error: unknown;
  onReturn: (items: ReturnedItem[], reason: string) => void;
  onClose: () => void;
};

const keyOf = ({ stage, ...slot }: Place) => `${stage} ${slotKey(slot)}`;

/** Choosing what one expert is to score again, with the present answers beside, and why. */
export function ReturnDialog({ round, board, sheet, busy, error, onReturn, onClose }: Props) {
  const { t } = useTranslation('returns');
  const { t: term } = useTranslation('terms');
  const { api } = useCore();
  const { expert, application } = sheet;
  const [stage, setStage] = useState(sheet.stage);
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<readonly Place[]>(sheet.slot === null ? [] : [{ ...sheet.slot, stage: sheet.stage }]);
  const answers = useQuery(api.returns.answers.queryOptions({ input: { round, expert, application, stage } }));
  const rubric = useQuery(api.rounds.get.queryOptions({ input: { round } })).data?.round.rubric.items ?? [];
  const expertName = board.experts.find(({ id }) => id === expert)?.name ?? expert;
  const applicant = board.applications.find(({ id }) => id === application)?.applicant ?? '';
  const toggle = (place: Place, on: boolean) => {
    setChosen([...chosen.filter((other) => keyOf(other) !== keyOf(place)), ...(on ? [place] : [])]);
  };
  return (
    <Dialog opened onClose={onClose} title={t('title', { expert: expertName, applicant })} size="lg">
      <Stack>
        <Text>{t('body')}</Text>
        <SegmentedControl
          aria-label={t('stage')}
          value={stage}
          onChange={(value) => setStage(stageSchema.parse(value))}
          data={stagesInOrder.map((each) => ({ value: each, label: term(`stage.${each}`) }))}
        />
        <RefusalNote error={answers.error} />
        {answers.data === undefined ? (
          answers.error === null && <Skeleton h={240} />
        ) : (
          <ScrollArea.Autosize mah="40vh" type="auto" viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': t('items') }}>
            <Stack gap="xs">
              <Text size="sm" c="dimmed">
                {t('answer', { sequence: answers.data.sequence })}
              </Text>
              {answers.data.slots.map(({ answer, ...slot }) => (
                <ReturnableItem
                  key={keyOf({ ...slot, stage })}
                  slot={slot}
                  answer={answer}
                  item={rubric.find(({ code }) => code === slot.item)}
                  checked={chosen.some((other) => keyOf(other) === keyOf({ ...slot, stage }))}
                  onCheck={(on) => toggle({ ...slot, stage }, on)}
                />
              ))}
            </Stack>
          </ScrollArea.Autosize>
        )}
        <ReasonField label={t('reason')} description={t('reasonHint')} value={reason} onChange={setReason} />
        <RefusalNote error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
          <Button
            loading={busy}
            disabled={chosen.length === 0 || reason.trim() === ''}
            onClick={() =>
              onReturn(
                chosen.map((place) => ({ ...place, application, reason: reason.trim() })),
                reason.trim(),
              )
            }
          >
            {chosen.length === 0 ? t('none') : t('submit', { count: chosen.length })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

type ItemProps = {
  slot: Slot;
  item: RubricItem | undefined;
  /** What stands there now; null: nothing. */
  answer: Parameters<typeof describeAnswer>[1] | null;
  checked: boolean;
  onCheck: (checked: boolean) => void;
};

/** One item that may be returned, with the present answer. */
function ReturnableItem({ slot, item, answer, checked, onCheck }: ItemProps) {
  const { t } = useTranslation('returns');
  const { t: term } = useTranslation('terms');
  const where = [slot.occupation, slot.levelGroup === null ? null : term(`levelGroup.${slot.levelGroup}`)].filter(Boolean);
  return (
    <Checkbox
      checked={checked}
      onChange={(event) => onCheck(event.currentTarget.checked)}
      label={[slot.item, item?.text ?? '', ...where].join(' · ')}
      description={item === undefined || answer === null ? t('blank') : describeAnswer(item, answer, term)}
    />
  );
}
