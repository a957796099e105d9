import { expect, it } from 'vitest';
import { refusalTexts } from '#shared/refusals/codes.ts';
import { sentenceOfCode } from '#shared/refusals/sentence.ts';

it('says a known code in both languages, and an unknown one as it came, whatever it is called', () => {
  expect(sentenceOfCode('review/not-assigned', 'zh')).toBe(refusalTexts['review/not-assigned'].zh);
  expect(sentenceOfCode('review/not-assigned', 'en')).toBe(refusalTexts['review/not-assigned'].en);
  for (const code of ['newer/than-this', 'toString', 'constructor', '__proto__', '']) {
    expect(sentenceOfCode(code, 'zh')).toBe(code);
  }
});
