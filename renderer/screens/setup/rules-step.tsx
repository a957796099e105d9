import { Group, List, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDraft } from '#shared/api/rounds.ts';
import type { Rules, TieBreak } from '#shared/domain/round.ts';
import { rulesSchema } from '#shared/domain/round.ts';
import { DraftSaving } from './draft-saving.tsx';
import { useUpdateDraft } from './use-draft.ts';

const methods = rulesSchema.shape.aggregate.shape.method.options;
const bys = rulesSchema.shape.aggregate.shape.by.options;

/** The rules of scoring, part of the signed round. */
export function RulesStep({ draft }: { draft: RoundDraft }) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  const update = useUpdateDraft(draft.id);
  const { rules } = draft;
  const { aggregate } = rules;
  const save = (next: Partial<Rules>) => update.mutate({ round: draft.id, rules: { ...rules, ...next } });
  const saveAggregate = (next: Partial<Rules['aggregate']>) => save({ aggregate: { ...aggregate, ...next } });
  const counts = ['minExperts', 'dropHighest', 'dropLowest'] as const;
  return (
    <Stack maw={680}>
      <Group grow align="flex-start">
        <Select
          label={t('u_method')}
          allowDeselect={false}
          value={aggregate.method}
          data={methods.map((value) => ({ value, label: term(`aggregate.${value}`) }))}
          onChange={(value) => saveAggregate({ method: methods.find((one) => one === value) ?? aggregate.method })}
        />
        <Select
          label={t('u_by')}
          allowDeselect={false}
          value={aggregate.by}
          data={bys.map((value) => ({ value, label: term(`aggregateBy.${value}`) }))}
          onChange={(value) => saveAggregate({ by: bys.find((one) => one === value) ?? aggregate.by })}
        />
      </Group>
      <Group align="flex-end">
        {counts.map((count) => (
          <NumberInput
            key={count}
            label={t(`u_${count}`)}
            min={count === 'minExperts' ? 1 : 0}
            max={20}
            allowDecimal={false}
            value={aggregate[count]}
            onChange={(value) => typeof value === 'number' && value !== aggregate[count] && saveAggregate({ [count]: value })}
          />
        ))}
      </Group>
      <Checked
        label={t('u_passTotal')}
        value={rules.pass.total}
        holds={(text) => rulesSchema.shape.pass.shape.total.safeParse(text).success}
        hint={t('u_points')}
        onSave={(total) => save({ pass: { ...rules.pass, total } })}
      />
      <Checked
        label={t('u_stageShare')}
        value={rules.pass.stageShare}
        holds={(text) => rulesSchema.shape.pass.shape.stageShare.safeParse(text).success}
        hint={t('u_share')}
        onSave={(stageShare) => save({ pass: { ...rules.pass, stageShare } })}
      />
      <Checked
        label={t('u_deviation')}
        value={rules.deviation.share}
        holds={(text) => rulesSchema.shape.deviation.shape.share.safeParse(text).success}
        hint={t('u_share')}
        onSave={(share) => save({ deviation: { share } })}
      />
      <div>
        <Text fw={500}>{t('u_tieBreak')}</Text>
        <List type="ordered">
          {rules.tieBreak.map((tieBreak) => (
            <List.Item key={JSON.stringify(tieBreak)}>
              <TieBreakText tieBreak={tieBreak} />
            </List.Item>
          ))}
        </List>
      </div>
      <DraftSaving change={update} />
    </Stack>
  );
}

function TieBreakText({ tieBreak }: { tieBreak: TieBreak }) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  switch (tieBreak.by) {
    case 'stage':
      return t('u_tie_stage', { stage: term(`stage.${tieBreak.stage}`) });
    case 'category':
      return t('u_tie_category', { category: tieBreak.category });
    case 'vote':
      return t('u_tie_vote');
  }
}

type CheckedProps = { label: string; value: string; hint: string; holds: (text: string) => boolean; onSave: (text: string) => void };

/** A text that is saved when it is left and holds; otherwise it says what is expected. */
function Checked({ label, value, hint, holds, onSave }: CheckedProps) {
  const [text, setText] = useState(value);
  return (
    <TextInput
      label={label}
      w={320}
      value={text}
      error={holds(text) ? null : hint}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => text !== value && holds(text) && onSave(text)}
    />
  );
}
