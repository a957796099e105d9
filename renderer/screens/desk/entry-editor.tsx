import { Button, Group, Text, Textarea, VisuallyHidden } from '@mantine/core';
import type { Ref } from 'react';
import { useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '#shared/api/sheets.ts';
import type { Answer, Citation } from '#shared/domain/sheet.ts';
import { verdictSchema } from '#shared/domain/values.ts';
import { decisionOn } from '#shared/scoring/decision.ts';
import { gateVerdict } from '#shared/scoring/gate-verdict.ts';
import { isBlank } from '#shared/scoring/score-answer.ts';
import { isUnfinished } from '#shared/scoring/typing.ts';
import type { AnswerAddress } from '../../app/answers/answer-queue.ts';
import { RecheckNotice } from '../../parts/rechecks/recheck-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { AnswerHistory } from './answer-history.tsx';
import { Citations } from './citations.tsx';
import styles from './desk.module.css';
import { JudgedEditor } from '../../parts/answering/editors/judged-editor.tsx';
import type { How } from '../../parts/answering/editors/value-editor.tsx';
import { ValueEditor } from '../../parts/answering/editors/value-editor.tsx';
import { VerdictButtons } from '../../parts/answering/editors/verdict-buttons.tsx';
import { EntrySaving } from '../../parts/answering/entry-saving.tsx';
import { EntryValue } from '../../parts/answering/entry-value.tsx';
import { FindingLine } from './findings/finding-line.tsx';
import findingStyles from './findings/findings.module.css';
import { findingsFor } from './findings/place-findings.ts';
import type { OpenEvidence } from './open-evidence.ts';
import { citesSame } from './open-evidence.ts';
import { ProposalLine } from './proposal.tsx';
import { LockNotice } from '../../parts/answering/lock-notice.tsx';
import { useAnswering } from '../../parts/answering/use-answering.ts';
import type { Line } from '../../parts/answering/sheet-model.ts';
import { acceptedAnswer, blankAnswer } from '../../parts/answering/sheet-model.ts';

type Props = {
  line: Line;
  address: AnswerAddress;
  view: SheetView;
  evidence: OpenEvidence;
  handle: Ref<EntryHandle>;
};

/** What the keys of the desk ask of the open item. */
export type EntryHandle = {
  /** A gate's verdict by its place; the given one again takes it back. */
  readonly giveVerdict: (index: number) => void;
  readonly accept: () => void;
  /** Cites what the evidence shows. */
  readonly cite: () => CiteOutcome;
  readonly focusValue: () => void;
  readonly focusComment: () => void;
};

/** What became of a citation that was asked for. */
export type CiteOutcome = { readonly kind: 'done' | 'already' | 'locked' | 'nothing'; readonly citation: Citation | null };

/** Where an item is answered: value, verdict or points, comment, evidence. Whatever changes is saved by itself. */
export function EntryEditor({ line, address, view, evidence, handle }: Props) {
  const { t } = useTranslation('desk');
  const { t: sheet } = useTranslation('sheet');
  const { t: term } = useTranslation('terms');
  const { item, slot, entry } = line;
  const fields = useRef<HTMLFieldSetElement>(null);
  const findings = useMemo(() => findingsFor(view.findings, slot), [view.findings, slot]);
  const { answer, change: changeWhole, scored, lock, locked, reason, unlock, saving, retry, giveUp } = useAnswering({ line, address });
  // The fields keep their own text; a proposal or clearing gives them a new one.
  const [generation, setGeneration] = useState(0);
  const preview: Answer = scored.ok ? scored.value.answer : answer;
  const proposedVerdict = answer.value === null ? null : gateVerdict(item, answer.value);

  const change = (next: Partial<Answer>, how: How) => changeWhole((before) => ({ ...before, ...next }), how);
  const replace = (next: Answer) => {
    setGeneration(generation + 1);
    changeWhole(() => next, 'chosen');
  };
  const accept = () => {
    if (slot.proposed !== null) {
      replace(acceptedAnswer(item, slot.proposed, answer));
    }
  };
  const cite = (): CiteOutcome => {
    const { citation } = evidence;
    if (locked || citation === null) {
      return { kind: locked ? 'locked' : 'nothing', citation };
    }
    if (answer.evidence.some((one) => citesSame(one, citation))) {
      return { kind: 'already', citation };
    }
    change({ evidence: [...answer.evidence, citation] }, 'chosen');
    return { kind: 'done', citation };
  };
  // Keys do what the buttons do, and nothing where these are locked.
  useImperativeHandle(handle, () => ({
    giveVerdict: (index) => {
      const verdict = verdictSchema.options[index];
      if (!locked && item.kind === 'gate' && verdict !== undefined) {
        change({ verdict: answer.verdict === verdict ? null : verdict }, 'chosen');
      }
    },
    accept: () => !locked && accept(),
    cite,
    focusValue: () => fields.current?.querySelector<HTMLElement>('input, [aria-pressed], textarea')?.focus(),
    focusComment: () => fields.current?.querySelector('textarea')?.focus(),
  }));
  const isChanged = slot.proposed !== null && decisionOn(item, slot.proposed, answer) === 'changed';
  const commentLabel = isChanged
    ? sheet('commentChanged')
    : item.comment === 'required'
      ? t('commentRequired')
      : scored.ok && scored.value.commentMissing
        ? t('commentOffAnchor')
        : t('comment');
  return (
    <div className={styles['editor']}>
      <p className={styles['facts']}>
        {[
          `${term(`kind.${item.kind}`)}${item.quantity === undefined ? '' : ` · ${item.quantity}`}`,
          t('clause', { clause: item.clause }),
          item.evidence === undefined ? null : t('proof', { evidence: item.evidence }),
          item.note === undefined ? null : t('note', { note: item.note }),
        ]
          .filter((fact) => fact !== null)
          .join('\n')}
      </p>
      <RecheckNotice address={address} />
      {findings.length > 0 && (
        <ul className={findingStyles['list']} aria-label={sheet('findingsOf', { code: item.code })}>
          {findings.map((finding) => (
            <FindingLine
              key={`${finding.code} ${finding.reason} ${finding.occupation ?? ''} ${finding.levelGroup ?? ''}`}
              finding={finding}
              evidence={evidence}
            />
          ))}
        </ul>
      )}
      {slot.proposed !== null && <ProposalLine item={item} proposal={slot.proposed} answer={answer} locked={locked} onAccept={accept} />}
      <LockNotice lock={lock} reason={reason} name={item.code} onReason={unlock} />
      <fieldset ref={fields} disabled={locked} className={styles['editor']} style={{ padding: 0 }} key={generation}>
        <legend>
          <VisuallyHidden>{item.text}</VisuallyHidden>
        </legend>
        {item.kind === 'gate' && (
          <VerdictButtons
            label={t('verdict')}
            verdicts={verdictSchema.options}
            value={answer.verdict}
            onChange={(verdict) => change({ verdict }, 'chosen')}
          />
        )}
        {item.kind === 'measured' && item.rule !== undefined && (
          <Group justify="space-between" align="flex-end">
            <ValueEditor rule={item.rule} label={t('measured')} answer={answer} onChange={changeWhole} />
            <Text size="xl" component="div">
              <EntryValue item={item} answer={preview} />
            </Text>
          </Group>
        )}
        {item.kind === 'judged' && <JudgedEditor item={item} answer={answer} onChange={changeWhole} />}
        {item.kind === 'measured' && item.gate !== undefined && proposedVerdict !== null && (
          <Group gap="xs">
            <Text size="sm">{t('gateByValue', { verdict: term(`verdict.${proposedVerdict}`) })}</Text>
            <VerdictButtons
              label={t('gateOpinion')}
              verdicts={item.gate.type === 'hard' ? ['doubtful', 'verify-on-site'] : ['met', 'not-met', 'doubtful', 'verify-on-site']}
              value={answer.verdict}
              onChange={(verdict) => change({ verdict }, 'chosen')}
            />
          </Group>
        )}
        <Textarea
          label={commentLabel}
          autosize
          minRows={1}
          maxRows={8}
          value={answer.comment}
          onChange={(event) => change({ comment: event.currentTarget.value }, 'typed')}
        />
        <Citations citations={answer.evidence} evidence={evidence} onChange={(next) => change({ evidence: next }, 'chosen')} />
      </fieldset>
      <Group justify="space-between">
        <div role="status">
          {isUnfinished(item, answer) && <StateMark tone="warn" icon="draft" text={t('unfinished')} />}
          <EntrySaving state={saving} savedAt={entry?.recordedAt ?? null} onRetry={retry} onGiveUp={giveUp} />
        </div>
        {!locked && (!isBlank(item, answer) || isUnfinished(item, answer)) && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => replace({ ...blankAnswer, comment: answer.comment, evidence: answer.evidence })}
          >
            {t('clearAnswer')}
          </Button>
        )}
      </Group>
      {entry !== null && entry.history.length > 0 && <AnswerHistory item={item} entry={entry} />}
    </div>
  );
}
