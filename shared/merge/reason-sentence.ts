import type { CandidateResult } from '../domain/result.ts';
import { stageSchema, verdictSchema } from '../domain/values.ts';
import { fillPlaceholders } from '../messages/placeholders.ts';
import { termsEn } from '../messages/terms-en.ts';
import { termsZh } from '../messages/terms-zh.ts';
import { reasonTexts } from './reason.ts';

/** A reason as people read it, with words for codes; `nameOf` names an expert by id. */
export function reasonSentence(
  { code, details }: CandidateResult['reasons'][number],
  { language, nameOf }: { readonly language: 'zh' | 'en'; readonly nameOf: (expert: string) => string },
): string {
  const terms = language === 'zh' ? termsZh : termsEn;
  const inWords = (name: string, detail: string | number): string => {
    const stage = stageSchema.safeParse(detail);
    const verdict = verdictSchema.safeParse(detail);
    if (name === 'expert') {
      return nameOf(String(detail));
    }
    if (name === 'stage' && stage.success) {
      return terms.stage[stage.data];
    }
    return name === 'verdict' && verdict.success ? terms.verdict[verdict.data] : String(detail);
  };
  const text = Object.entries(reasonTexts).find(([known]) => known === code)?.[1][language] ?? code;
  return fillPlaceholders(text, details, inWords);
}
