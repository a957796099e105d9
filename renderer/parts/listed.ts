import { useLanguage } from '../app/language.ts';

/** Names or codes one after the other, as the language on screen parts them. */
export function useListed(): (words: readonly string[]) => string {
  const between = useLanguage() === 'zh' ? '、' : ', ';
  return (words) => words.join(between);
}
