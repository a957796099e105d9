import type { ApplicantType } from '../domain/application.ts';
import type { Level } from '../domain/values.ts';
import type { FormStyle } from './form-style.ts';

/** 机构类型 with its boxes, one of them marked. */
export function boxes(type: ApplicantType | null, style: FormStyle): string {
  const types = ['院校', '研究院', '民非', '企业', '社会团体', '行业分支机构'] as const;
  if (style.box === 'only') {
    return type ?? '';
  }
  const [on, off] = {
    ticked: ['☑', '□'],
    check: ['√', '□'],
    square: ['■', '□'],
    bracket: ['[x]', '[ ]'],
    disc: ['●', '○'],
    behind: ['（√）', '（ ）'],
  }[style.box];
  return types
    .map((word) => (style.box === 'behind' ? `${word}${word === type ? on : off}` : `${word === type ? on : off}${word}`))
    .join('  ');
}

/** 职务（职称、职业资格） in one cell. */
export function postAndTitle({ post, title }: { post: string; title: string }, style: FormStyle): string {
  const nothing = title === '' ? '—' : title;
  return style.postAndTitle === 'slash' && title !== '' && post !== '' ? `${post}/${title}` : post === '' ? title : `${post}（${nothing}）`;
}

const names: Readonly<Record<Level, { digit: string; roman: string; skill: string }>> = {
  五级: { digit: '5', roman: 'Ⅴ', skill: '初级工' },
  四级: { digit: '4', roman: 'Ⅳ', skill: '中级工' },
  三级: { digit: '3', roman: 'Ⅲ', skill: '高级工' },
  二级: { digit: '2', roman: 'Ⅱ', skill: '技师' },
  一级: { digit: '1', roman: 'Ⅰ', skill: '高级技师' },
};

/** 等级 in one cell. */
export function writeLevels(levels: readonly Level[], style: FormStyle): string {
  const order = Object.keys(names);
  const [first, last] = [levels[0], levels.at(-1)];
  const unbroken = first !== undefined && last !== undefined && order.indexOf(last) - order.indexOf(first) === levels.length - 1;
  switch (style.levels) {
    case 'short':
      return levels.length === 0 ? '' : `${levels.map((level) => level.charAt(0)).join('、')}级`;
    case 'digits':
      return levels.map((level) => `${names[level].digit}级`).join('，');
    case 'named':
      return levels.map((level) => `${level}/${names[level].skill}`).join('、');
    case 'range':
      return unbroken && levels.length > 1 ? `${first}—${last}` : levels.join('、');
    case 'roman':
      return levels.map((level) => `${names[level].roman}级`).join('、');
    case 'rows':
    case 'listed':
      break;
  }
  return levels.join('、');
}

/** The text with its digits as the style has them. */
export function digits(text: string, style: FormStyle): string {
  return style.digits === 'ascii' ? text : text.replaceAll(/\d/gu, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));
}

/** An ISO date as the style writes it. */
export function writeDate(date: string, style: FormStyle): string {
  const [year = '', month = '', day = ''] = date.split('-').map((part) => String(Number(part)));
  switch (style.date) {
    case 'dashes':
      return digits(date, style);
    case 'dots':
      return digits(`${year}.${month}.${day}`, style);
    case 'slashes':
      return digits(`${year}/${month}/${day}`, style);
    case 'numerals':
      return `${Array.from(year, (digit) => '〇一二三四五六七八九'.charAt(Number(digit))).join('')}年${chineseUnderHundred(Number(month))}月${chineseUnderHundred(Number(day))}日`;
    case 'spaced':
      return digits(`${year} 年 ${month} 月 ${day} 日`, style);
    case 'chinese':
      break;
  }
  return digits(`${year}年${month}月${day}日`, style);
}

function chineseUnderHundred(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const one = ones === 0 ? '' : '一二三四五六七八九'.charAt(ones - 1);
  return tens === 0 ? one : `${tens === 1 ? '' : '一二三四五六七八九'.charAt(tens - 1)}十${one}`;
}
