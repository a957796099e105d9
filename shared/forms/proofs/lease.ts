import type { LeaseFact } from '../../domain/facts.ts';
import { readDates } from '../dates.ts';
import { chineseNumber } from '../numerals.ts';
import { plain } from '../text.ts';
import { closeUp, compactText, labelled, type PageText } from './text-lines.ts';

/** What a lease says of its term, address and area; null where it does not say. */
export function readLease(pages: readonly PageText[]): Omit<LeaseFact, 'attachment'> {
  const term = labelled(pages, /租赁期限|租赁期间|租期|合同期限|租赁时间/u);
  const text = compactText(pages);
  const stated = /(?:租赁期限|租赁期间|租期|合同期限|租赁时间|租赁期)(.{0,120})/u.exec(text)?.[1] ?? '';
  const dates = readDates(stated);
  const lessee = labelled(pages, /承租方|承租人|乙方/u);
  const address = labelled(pages, /坐落|房屋坐落|房屋地址|租赁地址|地址/u);
  const area = /(?:建筑|租赁|使用|房屋)?面积.{0,4}?(\d+(?:\.\d+)?)(?:平方米|平米|m2|㎡)/iu.exec(text);
  return {
    page: term?.page ?? pages.find((page) => plain(page.text).includes('租赁'))?.page ?? null,
    lessee: lessee === null ? null : closeUp(lessee.value).slice(0, 400),
    address: address === null ? null : closeUp(address.value).slice(0, 400),
    from: dates[0] ?? null,
    to: dates[1] ?? null,
    months: monthsIn(stated),
    areaSquareMetres: area?.[1] === undefined ? null : Number(area[1]),
  };
}

/** 共48个月, 三年, 3年零6个月: the term in months as worded, or null. Dates are taken out first: 2020年 is no term. */
function monthsIn(text: string): number | null {
  const worded = text.replaceAll(
    /[\d零〇一二三四五六七八九十]{4}[年./-][\d一二三四五六七八九十]{1,3}[月./-]([\d一二三四五六七八九十]{1,3}日?)?/gu,
    '|',
  );
  const months = /(?<![\d一二三四五六七八九十百])([\d一二三四五六七八九十百]{1,6})个月/u.exec(worded);
  const years = /([\d一二两三四五六七八九十]{1,3})(?:周)?年/u.exec(worded);
  const [wholeYears, wholeMonths] = [numberIn(years), numberIn(months)];
  return wholeYears === null && wholeMonths === null ? null : (wholeYears ?? 0) * 12 + (wholeMonths ?? 0);
}
function numberIn(match: RegExpExecArray | null): number | null {
  return match?.[1] === undefined ? null : /^\d+$/u.test(match[1]) ? Number(match[1]) : chineseNumber(match[1]);
}
