import { useEffect, useRef, useState } from 'react';
import type { Answer } from '#shared/domain/sheet.ts';
import type { Result } from '#shared/result.ts';
import { type Lock, opensWith } from '#shared/scoring/lock.ts';
import { scoreAnswer, type ScoredAnswer } from '#shared/scoring/score-answer.ts';
import type { AnswerAddress, SavingState } from '../../app/answers/answer-queue.ts';
import { useAnswers, useSavingState } from '../../app/answers/answers-context.tsx';
import { refusalOf } from '../../app/refusal.ts';
import type { How } from './editors/value-editor.tsx';
import { type Line, standingAnswer } from './sheet-model.ts';

/** One answer as it stands on a screen, and the ways to change it: the same at the desk, on the visit and at the roadshow. */
export type Answering = {
  readonly answer: Answer;
  /** What the item makes of it: its points, and whether a comment is wanted. */
  readonly scored: Result<ScoredAnswer>;
  readonly lock: Lock;
  /** Whether it can't be changed as things are: the lock is not open, and no reason was given that opens it. */
  readonly locked: boolean;
  readonly reason: string | null;
  /** Opens the lock with a written reason; a returned answer may do with an empty one. */
  readonly unlock: (given: string) => void;
  /** Changes the newest answer, not the one that was on screen when something long began; nothing while it is locked. */
  readonly change: (next: (before: Answer) => Answer, how: How) => void;
  readonly saving: SavingState | null;
  readonly retry: () => void;
  readonly giveUp: () => void;
};

/** `reason`: one that was given for the whole sheet; null where each answer has its own. */
type Request = { readonly line: Line; readonly address: AnswerAddress; readonly reason?: string | null };

const pauseMilliseconds: Record<How, number> = { typed: 400, chosen: 0 };

export function useAnswering({ line: { item, slot, entry }, address, reason: ofSheet = null }: Request): Answering {
  const queue = useAnswers();
  const saving = useSavingState(address);
  const [given, setGiven] = useState<string | null>(null);
  const newest = useRef(entry);
  useEffect(() => {
    newest.current = entry;
  }, [entry]);
  const refusedFor = saving?.kind === 'failed' ? (refusalOf(saving.error)?.code ?? null) : null;
  // Sealed in another window meanwhile: what was typed waits here for its reason.
  const asksReason = refusedFor === 'review/reason-needed';
  const lock: Lock = asksReason && slot.lock.kind === 'open' ? { kind: 'reason' } : slot.lock;
  const reason = ofSheet ?? given;
  const locked = !opensWith(lock, reason);
  const answer = standingAnswer(saving, entry);
  const put = (whole: Answer, how: How) => {
    const scored = scoreAnswer(item, whole);
    // Points of measured items are the core's; they are sent only because an answer travels whole.
    const sent = item.kind === 'measured' ? { ...whole, points: scored.ok ? scored.value.answer.points : null } : whole;
    queue.put({ address, answer: sent, reason }, pauseMilliseconds[how]);
  };
  const resend = useRef(put);
  useEffect(() => {
    resend.current = put;
  });
  useEffect(() => {
    const waiting = queue.stateOf(address);
    if (asksReason && reason !== null && reason.trim() !== '' && waiting?.kind === 'failed') {
      resend.current(waiting.answer, 'chosen');
    }
    // The address is another object at each render, and always the same answer.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asksReason, reason, queue]);
  return {
    answer,
    scored: scoreAnswer(item, answer),
    lock,
    locked,
    reason,
    unlock: setGiven,
    change: (next, how) => {
      if (!locked) {
        put(next(standingAnswer(queue.stateOf(address), newest.current)), how);
      }
    },
    saving,
    retry: () => queue.retry(address),
    giveUp: () => queue.giveUp(address),
  };
}
