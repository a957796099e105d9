import { Group, Select, SimpleGrid, Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoundDraft } from '#shared/api/rounds.ts';
import type { Rules } from '#shared/domain/round.ts';
import { rulesSchema } from '#shared/domain/round.ts';
import { readTypedNumber, readTypedPoints } from '#shared/numbers/typed-number.ts';
import { ok, refused, type Result } from '#shared/result.ts';
import { ruleExample } from '#shared/merge/index.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import { rulesProblems } from '#shared/rubric/problems.ts';
import { useLanguage } from '../../app/language.ts';
import { Notice } from '../../parts/notice.tsx';
import { NumberField, WholeNumberField } from '../../parts/number-field.tsx';
import { DraftSaving } from './draft-saving.tsx';
import { AggregateExample, DeviationExample, PassExample, TieExample } from './rule-examples.tsx';
import { Quotas } from './quotas.tsx';
import { TieBreakEditor } from './tie-break.tsx';
import { useUpdateDraft } from './use-draft.ts';

const methods = rulesSchema.shape.aggregate.shape.method.options;
const bys = rulesSchema.shape.aggregate.shape.by.options;
const counts = ['minExperts', 'dropHighest', 'dropLowest'] as const;
const beside = { base: 1, md: 2 };

/** The rules of scoring, part of the signed round; beside each what it does to made-up scores. */
export function RulesStep({ draft }: { draft: RoundDraft }) {
  const { t } = useTranslation('setup');
  const language = useLanguage();
  const update = useUpdateDraft(draft.id);
  const { rules, rubric } = draft;
  const { aggregate } = rules;
  const example = useMemo(() => ruleExample(rules, rubric), [rules, rubric]);
  const save = (next: Partial<Rules>) => update.mutate({ round: draft.id, rules: { ...rules, ...next } });
  // Rules without any quota have the hash they always had.
  const saveQuotas = (quotas: NonNullable<Rules['quotas']>) => {
    const { quotas: _before, ...others } = rules;
    update.mutate({ round: draft.id, rules: quotas.length === 0 ? others : { ...others, quotas } });
  };
  return (
    <Stack maw={1000} gap="xl">
      <div>
        <DraftSaving change={update} />
        {rulesProblems(rules, rubric).map((refusal) => (
          <Notice key={refusal.code} tone="bad" icon="problem" role="status">
            {refusalSentence(refusal, language)}
          </Notice>
        ))}
      </div>
      <SimpleGrid cols={beside}>
        <AggregateFields aggregate={aggregate} onChange={(next) => save({ aggregate: { ...aggregate, ...next } })} />
        <AggregateExample example={example} />
      </SimpleGrid>
      <SimpleGrid cols={beside}>
        <Stack>
          <Checked
            label={t('u_passTotal')}
            value={rules.pass.total}
            read={readTypedPoints}
            hint={t('u_points')}
            onSave={(total) => save({ pass: { ...rules.pass, total } })}
          />
          <Checked
            label={t('u_stageShare')}
            value={rules.pass.stageShare}
            read={(text) => readShare(text, (share) => rulesSchema.shape.pass.shape.stageShare.safeParse(share).success)}
            hint={t('u_share')}
            onSave={(stageShare) => save({ pass: { ...rules.pass, stageShare } })}
          />
        </Stack>
        <PassExample example={example} />
      </SimpleGrid>
      <SimpleGrid cols={beside}>
        <TieBreakEditor draft={draft} onChange={(tieBreak) => save({ tieBreak })} />
        <TieExample example={example} rules={rules} />
      </SimpleGrid>
      <SimpleGrid cols={beside}>
        <Checked
          label={t('u_deviation')}
          value={rules.deviation.share}
          read={(text) => readShare(text, (share) => rulesSchema.shape.deviation.shape.share.safeParse(share).success)}
          hint={t('u_share')}
          onSave={(share) => save({ deviation: { share } })}
        />
        <DeviationExample example={example} />
      </SimpleGrid>
      <Quotas draft={draft} onChange={saveQuotas} />
    </Stack>
  );
}

type AggregateProps = { aggregate: Rules['aggregate']; onChange: (next: Partial<Rules['aggregate']>) => void };

/** How the experts' scores become one. */
function AggregateFields({ aggregate, onChange }: AggregateProps) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  return (
    <Stack>
      <Select
        label={t('u_method')}
        allowDeselect={false}
        value={aggregate.method}
        data={methods.map((value) => ({ value, label: term(`aggregate.${value}`) }))}
        onChange={(value) => onChange({ method: methods.find((one) => one === value) ?? aggregate.method })}
      />
      <Select
        label={t('u_by')}
        allowDeselect={false}
        value={aggregate.by}
        data={bys.map((value) => ({ value, label: term(`aggregateBy.${value}`) }))}
        onChange={(value) => onChange({ by: bys.find((one) => one === value) ?? aggregate.by })}
      />
      <Group align="flex-end">
        {counts.map((count) => (
          <WholeNumberField
            key={count}
            label={t(`u_${count}`)}
            width={150}
            range={{ least: count === 'minExperts' ? 1 : 0, most: 20 }}
            value={aggregate[count]}
            onChange={(value) => value !== null && onChange({ [count]: value })}
          />
        ))}
      </Group>
    </Stack>
  );
}

type CheckedProps = {
  label: string;
  value: string;
  hint: string;
  read: (text: string) => Result<string | null>;
  onSave: (text: string) => void;
};

/** A number that is saved when the field is left and holds; otherwise it says what is expected. */
function Checked({ label, value, hint, read, onSave }: CheckedProps) {
  const whole = (text: string): Result<string> => {
    const found = read(text);
    return found.ok ? (found.value === null ? refused('number/empty') : ok(found.value)) : found;
  };
  return (
    <NumberField
      label={label}
      description={hint}
      width={320}
      initial={value}
      refusalOf={(text) => {
        const found = whole(text);
        return found.ok ? null : found.refusal;
      }}
      recordedAs={(text) => {
        const found = whole(text);
        return found.ok ? found.value : null;
      }}
      onText={() => undefined}
      onLeave={(text) => {
        const found = whole(text);
        if (found.ok && found.value !== value) {
          onSave(found.value);
        }
      }}
    />
  );
}

function readShare(text: string, holds: (share: string) => boolean): Result<string | null> {
  const read = readTypedNumber(text, { places: 6 });
  return read.ok && read.value !== null && !holds(read.value) ? refused('number/does-not-fit', { found: read.value }) : read;
}
