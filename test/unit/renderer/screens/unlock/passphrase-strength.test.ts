import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { commonChinese } from '../../../../../renderer/screens/unlock/passphrase/common-chinese.ts';
import { estimateStrength } from '../../../../../renderer/screens/unlock/passphrase/estimate.ts';

describe('the strength of a passphrase', () => {
  it.each([
    'password123',
    'Passw0rd!',
    '12345678',
    'qwertyuiop',
    '19850612',
    'aaaaaaaaaa',
    'woaini1314',
    'woaizhongguo',
    'zhangwei1985',
    '我爱你我爱你',
    'renshe2026',
  ])('is weak for %s, which others try first', (passphrase) => {
    expect(estimateStrength(passphrase, [])).toBe(1);
  });

  it.each(['correct horse battery staple', '瓯江边的橘猫偷吃了三条带鱼', 'ouzheng-7-liushi-baxian', 'v9#Kq2!mZr7w'])(
    'is good for %s',
    (passphrase) => {
      expect(estimateStrength(passphrase, [])).toBe(3);
    },
  );

  it('falls with what others know of the person', () => {
    expect([estimateStrength('oujhaeinstitut', []), estimateStrength('oujhaeinstitut', ['Oujhaeinstitut'])]).toEqual([3, 1]);
  });

  it('takes no longer for a very long one: the rest is not looked at', () => {
    expect(estimateStrength('橘猫'.repeat(500), [])).toBe(1);
  });
});

it('each common Chinese word stands once, with the pinyin that a person would type', () => {
  expect(new Set(commonChinese.map(([word]) => word)).size).toBe(commonChinese.length);
  for (const [word, typed] of commonChinese) {
    expect([word, typed]).toEqual([word, pinyin(word, { toneType: 'none', type: 'array', v: true }).join('')]);
  }
});
