import type { Stage } from '#shared/domain/values.ts';
import { scoreAnswer } from '#shared/scoring/score-answer.ts';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import type { Line } from '../../parts/answering/sheet-model.ts';
import { standingAnswer } from '../../parts/answering/sheet-model.ts';

type Address = { round: string; application: string; stage: Stage };

/** Gives a judged item points; false where the item does not take them. Comment and evidence stay. */
export function useScore(address: Address): (line: Line, points: string) => boolean {
  const answers = useAnswers();
  return ({ item, slot: { item: code, occupation, levelGroup }, entry }, points) => {
    const place = { ...address, slot: { item: code, occupation, levelGroup } };
    const answer = { ...standingAnswer(answers.stateOf(place), entry), points };
    if (item.kind !== 'judged' || !scoreAnswer(item, answer).ok) {
      return false;
    }
    answers.put({ address: place, answer, reason: null }, 0);
    return true;
  };
}
