import { useRef, useState } from 'react';
import type { SheetView } from '#shared/api/sheets.ts';
import type { Answer } from '#shared/domain/sheet.ts';
import { scoreAnswer } from '#shared/scoring/score-answer.ts';
import type { AnswerAddress } from '../../app/answers/answer-queue.ts';
import { useAnswers, useSavingState } from '../../app/answers/answers-context.tsx';
import type { How } from '../../parts/answering/editors/value-editor.tsx';
import { standingAnswer, type Line } from '../../parts/answering/sheet-model.ts';

/** The answer of one item as it stands on screen, and how it is changed: kept by itself after a pause, or at once. */
export function useAnswer({ line, address, view, reason }: { line: Line; address: AnswerAddress; view: SheetView; reason: string | null }) {
  const queue = useAnswers();
  const saving = useSavingState(address);
  const [answer, setAnswer] = useState<Answer>(() => standingAnswer(saving, line.entry));
  const newest = useRef(answer);
  const { item, entry } = line;
  const complete = view.sheet !== null && view.sheet.completedAt !== null;
  const held = entry !== null && !line.slot.returned && view.slots.some(({ returned }) => returned);
  /** Photos are taken while time passes: what is changed is the newest answer, not the one that was on screen before. */
  const change = (next: (before: Answer) => Answer, how: How) => {
    const whole = next(newest.current);
    newest.current = whole;
    setAnswer(whole);
    const scored = scoreAnswer(item, whole);
    const sent = item.kind === 'measured' ? { ...whole, points: scored.ok ? scored.value.answer.points : null } : whole;
    queue.put({ address, answer: sent, reason }, how === 'typed' ? 400 : 0);
  };
  return { answer, change, saving, locked: complete || held, retry: () => queue.retry(address), giveUp: () => queue.giveUp(address) };
}
