import type { Level } from '../domain/values.ts';
import { plain } from './text.ts';

const order: readonly Level[] = ['五级', '四级', '三级', '二级', '一级'];
const token = /高级技师|技师|高级工|中级工|初级工|高级|中级|初级|III|II|IV|V|I|[一二三四五壹贰叁肆伍1-5]/gu;
const meaning: Readonly<Record<string, Level>> = {
  初级工: '五级',
  中级工: '四级',
  高级工: '三级',
  技师: '二级',
  高级技师: '一级',
  初级: '五级',
  中级: '四级',
  高级: '三级',
  V: '五级',
  IV: '四级',
  III: '三级',
  II: '二级',
  I: '一级',
  5: '五级',
  4: '四级',
  3: '三级',
  2: '二级',
  1: '一级',
  五: '五级',
  四: '四级',
  三: '三级',
  二: '二级',
  一: '一级',
  伍: '五级',
  肆: '四级',
  叁: '三级',
  贰: '二级',
  壹: '一级',
};
const range = /^(级|工|\(|\)|\/|等)*(至|到|[-~\u2010-\u2015\u2212—]+)(级|工|\(|\)|\/)*$/u;

/** The levels a cell names, lowest first, and whether every word of it was understood. */
export type ReadLevels = { readonly levels: Level[]; readonly sure: boolean };

/**
 * Reads 等级 as people write it: 五级、四级、三级 · 五、四、三级 · 3级 · 三级/高级工 · 五级-三级 · 五至三级 · 三级及以下 · Ⅲ级.
 */
export function readLevels(text: string): ReadLevels {
  const compact = plain(text).toUpperCase();
  const found = [...compact.matchAll(token)].map((match) => ({
    level: meaning[match[0]],
    from: match.index,
    to: match.index + match[0].length,
  }));
  const chosen = new Set<number>();
  let previous: { place: number; to: number } | null = null;
  for (const { level, from, to } of found) {
    const place = order.findIndex((candidate) => candidate === level);
    chosen.add(place);
    if (previous !== null && range.test(compact.slice(previous.to, from))) {
      for (let between = Math.min(previous.place, place); between <= Math.max(previous.place, place); between++) {
        chosen.add(between);
      }
    }
    previous = { place, to };
  }
  const first = Math.min(...chosen);
  const last = Math.max(...chosen);
  if (/(及|\()?以下/u.test(compact)) {
    order.slice(0, last + 1).forEach((_, place) => chosen.add(place));
  } else if (/以上/u.test(compact)) {
    order.slice(first).forEach((_, place) => chosen.add(first + place));
  } else if (found.length === 0 && /(各|全部|所有)(个)?(等)?级/u.test(compact)) {
    return { levels: [...order], sure: false };
  }
  const rest = compact
    .replaceAll(token, '')
    .replaceAll(/职业|技能|等级|级|工|共|个|及|和|以上|以下|至|到|[()[\]/、,;.:~\-\u2010-\u2015\u2212|+&]/gu, '');
  return { levels: order.filter((_, place) => chosen.has(place)), sure: chosen.size > 0 && rest === '' };
}
