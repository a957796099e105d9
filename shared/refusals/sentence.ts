import type { Refusal } from './refusal.ts';
import { refusalTexts } from './codes.ts';

/** The sentence for a refusal in the given language, with its details filled in. */
export function refusalSentence(refusal: Refusal, language: 'zh' | 'en'): string {
  return refusalTexts[refusal.code][language].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const detail = refusal.details[name];
    return detail === undefined ? whole : String(detail);
  });
}
