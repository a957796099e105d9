import { fillPlaceholders } from '../messages/placeholders.ts';
import type { Refusal } from './refusal.ts';
import { refusalTexts } from './codes.ts';

/** The sentence for a refusal in the given language, with its details filled in. */
export function refusalSentence(refusal: Refusal, language: 'zh' | 'en'): string {
  return fillPlaceholders(refusalTexts[refusal.code][language], refusal.details);
}
