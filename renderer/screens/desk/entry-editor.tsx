import { Button, Group } from '@mantine/core';
import type { Ref } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '#shared/api/sheets.ts';
import type { Answer } from '#shared/domain/sheet.ts';
import { isBlank } from '#shared/scoring/score-answer.ts';
import { isUnfinished } from '#shared/scoring/typing.ts';
import type { AnswerAddress } from '../../app/answers/answer-queue.ts';
import { AnswerState } from '../../parts/answering/answer-state.tsx';
import { LockNotice } from '../../parts/answering/lock-notice.tsx';
import type { Line } from '../../parts/answering/sheet-model.ts';
import { acceptedAnswer, blankAnswer } from '../../parts/answering/sheet-model.ts';
import { useAnswering } from '../../parts/answering/use-answering.ts';
import { RecheckNotice } from '../../parts/rechecks/recheck-notice.tsx';
import { AnswerFields } from './answer/answer-fields.tsx';
import { ItemFacts } from './answer/item-facts.tsx';
import { type EntryHandle, useEntryKeys } from './answer/use-entry-keys.ts';
import { AnswerHistory } from './answer-history.tsx';
import styles from './desk.module.css';
import { ItemFindings } from './findings/item-findings.tsx';
import type { OpenEvidence } from './open-evidence.ts';
import { ProposalLine } from './proposal.tsx';

type Props = {
  line: Line;
  address: AnswerAddress;
  view: SheetView;
  evidence: OpenEvidence;
  handle: Ref<EntryHandle>;
};

/** Where an item is answered, with what the rubric and the checks say of it. Whatever changes is saved by itself. */
export function EntryEditor({ line, address, view, evidence, handle }: Props) {
  const { t } = useTranslation('desk');
  const { item, slot, entry } = line;
  const fields = useRef<HTMLFieldSetElement>(null);
  const answering = useAnswering({ line, address });
  const { answer, change, lock, locked, reason, unlock } = answering;
  // The fields keep their own text; a proposal or clearing gives them a new one.
  const [generation, setGeneration] = useState(0);
  const replace = (next: Answer) => {
    setGeneration(generation + 1);
    change(() => next, 'chosen');
  };
  const accept = () => {
    if (slot.proposed !== null) {
      replace(acceptedAnswer(item, slot.proposed, answer));
    }
  };
  useEntryKeys({ handle, item, answering, evidence, fields, onAccept: accept });
  return (
    <div className={styles['editor']}>
      <ItemFacts item={item} />
      <RecheckNotice address={address} />
      <ItemFindings findings={view.findings} slot={slot} evidence={evidence} />
      {slot.proposed !== null && <ProposalLine item={item} proposal={slot.proposed} answer={answer} locked={locked} onAccept={accept} />}
      <LockNotice lock={lock} reason={reason} name={item.code} onReason={unlock} />
      <AnswerFields key={generation} {...{ line, answering, evidence, fields }} />
      <Group justify="space-between">
        <div role="status">
          <AnswerState line={line} answering={answering} />
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
