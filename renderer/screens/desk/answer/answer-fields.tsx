import { Group, Text, Textarea, VisuallyHidden } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { RubricItem } from '#shared/domain/rubric.ts';
import type { Answer } from '#shared/domain/sheet.ts';
import { verdictSchema } from '#shared/domain/values.ts';
import { decisionOn } from '#shared/scoring/decision.ts';
import { JudgedEditor } from '../../../parts/answering/editors/judged-editor.tsx';
import type { How } from '../../../parts/answering/editors/value-editor.tsx';
import { ValueEditor } from '../../../parts/answering/editors/value-editor.tsx';
import { VerdictButtons } from '../../../parts/answering/editors/verdict-buttons.tsx';
import { EntryValue } from '../../../parts/answering/entry-value.tsx';
import { GateOpinion } from '../../../parts/answering/gate-opinion.tsx';
import type { Line } from '../../../parts/answering/sheet-model.ts';
import type { Answering } from '../../../parts/answering/use-answering.ts';
import { Citations } from '../citations.tsx';
import styles from '../desk.module.css';
import type { OpenEvidence } from '../open-evidence.ts';

type Props = { line: Line; answering: Answering; evidence: OpenEvidence; fields: RefObject<HTMLFieldSetElement | null> };

/** What is written at an item: verdict, value or points, comment, evidence. */
export function AnswerFields({ line: { item, slot }, answering, evidence, fields }: Props) {
  const { t } = useTranslation('desk');
  const { answer, change, locked, scored } = answering;
  const set = (next: Partial<Answer>, how: How) => change((before) => ({ ...before, ...next }), how);
  const isChanged = slot.proposed !== null && decisionOn(item, slot.proposed, answer) === 'changed';
  return (
    <fieldset ref={fields} disabled={locked} className={styles['editor']} style={{ padding: 0 }}>
      <legend>
        <VisuallyHidden>{item.text}</VisuallyHidden>
      </legend>
      {item.kind === 'gate' && (
        <VerdictButtons
          label={t('verdict')}
          verdicts={verdictSchema.options}
          value={answer.verdict}
          onChange={(verdict) => set({ verdict }, 'chosen')}
        />
      )}
      {item.kind === 'measured' && item.rule !== undefined && (
        <Group justify="space-between" align="flex-end">
          <ValueEditor rule={item.rule} label={t('measured')} answer={answer} onChange={change} />
          <Text size="xl" component="div">
            <EntryValue item={item} answer={scored.ok ? scored.value.answer : answer} />
          </Text>
        </Group>
      )}
      {item.kind === 'judged' && <JudgedEditor item={item} answer={answer} onChange={change} />}
      <GateOpinion item={item} answer={answer} onVerdict={(verdict) => set({ verdict }, 'chosen')} />
      <CommentField
        {...{ item, isChanged }}
        text={answer.comment}
        isWanted={scored.ok && scored.value.commentMissing}
        onText={(comment) => set({ comment }, 'typed')}
      />
      <Citations citations={answer.evidence} evidence={evidence} onChange={(next) => set({ evidence: next }, 'chosen')} />
    </fieldset>
  );
}

type CommentProps = {
  item: RubricItem;
  text: string;
  /** Other than the checks propose: that wants a reason. */
  isChanged: boolean;
  /** The points given want one. */
  isWanted: boolean;
  onText: (text: string) => void;
};

function CommentField({ item, text, isChanged, isWanted, onText }: CommentProps) {
  const { t } = useTranslation('desk');
  const { t: sheet } = useTranslation('sheet');
  const label = isChanged
    ? sheet('commentChanged')
    : item.comment === 'required'
      ? t('commentRequired')
      : t(isWanted ? 'commentOffAnchor' : 'comment');
  return <Textarea label={label} autosize minRows={1} maxRows={8} value={text} onChange={(event) => onText(event.currentTarget.value)} />;
}
