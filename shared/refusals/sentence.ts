import { fillPlaceholders } from '../messages/placeholders.ts';
import type { Refusal } from './refusal.ts';
import { isRefusalCode, refusalTexts } from './codes.ts';

/** The sentence for a refusal in the given language, with its details filled in. */
export function refusalSentence(refusal: Refusal, language: 'zh' | 'en'): string {
  return fillPlaceholders(refusalTexts[refusal.code][language], refusal.details);
}

/** The sentence for a code that came in a document, its placeholders as they stand; the code itself where it is none of ours. */
export function sentenceOfCode(code: string, language: 'zh' | 'en'): string {
  return isRefusalCode(code) ? refusalSentence({ code, details: {} }, language) : code;
}
