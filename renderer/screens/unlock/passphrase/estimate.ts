import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { commonChinese } from './common-chinese.ts';

/** How hard a passphrase is to guess: 1 weak, 2 usable, 3 strong. */
export type Strength = 1 | 2 | 3;

const zxcvbn = new ZxcvbnFactory({
  graphs: adjacencyGraphs,
  dictionary: {
    ...dictionary,
    'chinese-words': commonChinese.map(([word]) => word),
    'chinese-pinyin': [...new Set(commonChinese.map(([, pinyin]) => pinyin))],
  },
});

/**
 * Estimates by the guesses that an attacker with the stolen files would need (zxcvbn: common passwords and words, Chinese and pinyin too,
 * keyboard rows, dates, repeats): usable from 10⁸, strong from 10¹⁰. `own` are words that others know of the person, such as the name.
 */
export function estimateStrength(passphrase: string, own: readonly string[]): Strength {
  const { score } = zxcvbn.check(
    passphrase,
    own.filter((word) => word !== ''),
  );
  return score >= 4 ? 3 : score === 3 ? 2 : 1;
}
