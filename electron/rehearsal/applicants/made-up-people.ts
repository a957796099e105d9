import type { Dice } from './dice.ts';

const families = Array.from('陈林黄周吴徐郑叶王李张胡潘金章邵谢项夏蔡朱施戴董');
const givenNames =
  '安琪 佳宁 思齐 子涵 晓岚 明哲 振宇 丽娜 海燕 春华 秋实 国栋 建国 伟民 雪梅 慧敏 文静 志远 浩然 天佑 德胜 立群 一鸣 家豪 梦洁 婉清 敏之 若曦 景行 书瑶'.split(
    ' ',
  );

/** No county has this code: numbers that begin with it belong to nobody. */
const reservedArea = '330399';
const filedOn = { year: 2022, month: 10, day: 20 };

export type MadeUpPerson = {
  readonly name: string;
  readonly sex: '男' | '女';
  readonly age: number;
  readonly idNumber: string;
  readonly education: string;
};

/** Makes people up, none of them twice under one name. */
export function makeUpPeople(dice: Dice): (education: readonly string[]) => MadeUpPerson {
  const taken = new Set<string>();
  return (education) => {
    let name = '';
    do {
      name = dice.pick(families) + dice.pick(givenNames);
    } while (taken.has(name));
    taken.add(name);
    const sex = dice.pick(['男', '女'] as const);
    const birth = { year: dice.between(1965, 1995), month: dice.between(1, 12), day: dice.between(1, 28) };
    const sequence = dice.between(0, 49) * 20 + dice.between(0, 9) * 2 + (sex === '男' ? 1 : 0);
    const digits = `${reservedArea}${birth.year}${two(birth.month)}${two(birth.day)}${String(sequence).padStart(3, '0')}`;
    const birthdayPassed = birth.month < filedOn.month || (birth.month === filedOn.month && birth.day <= filedOn.day);
    return {
      name,
      sex,
      age: filedOn.year - birth.year - (birthdayPassed ? 0 : 1),
      idNumber: digits + idCheckDigit(digits),
      education: dice.pick(education),
    };
  };
}

/** The last character of an ID number (GB 11643-1999, ISO 7064 MOD 11-2). */
function idCheckDigit(seventeen: string): string {
  const sum = Array.from(seventeen).reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0);
  return '10X98765432'.charAt(sum % 11);
}

/** Spoils the check digit, as a slip of the pen does. */
export function withWrongCheckDigit(idNumber: string): string {
  return idNumber.slice(0, 17) + (idNumber.endsWith('1') ? '2' : '1');
}

/** 统一社会信用代码 with both its check characters (GB 32100-2015, GB 11714-1997); `kind` is 登记管理部门 and 机构类别. */
export function makeUpCreditCode(kind: '12' | '51' | '52' | '91', dice: Dice): string {
  const body = `MA${Array.from({ length: 6 }, () => dice.between(0, 9)).join('')}`;
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const sum = Array.from(body).reduce((total, letter, index) => total + letters.indexOf(letter) * (weights[index] ?? 0), 0);
  const organisationCheck = '0123456789X0'.charAt((11 - (sum % 11)) % 11);
  const seventeen = `${kind}${reservedArea}${body}${organisationCheck}`;
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const total = Array.from(seventeen).reduce((running, letter, index) => running + alphabet.indexOf(letter) * (3 ** index % 31), 0);
  return seventeen + alphabet.charAt((31 - (total % 31)) % 31);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
