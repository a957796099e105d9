import { saysNothing, tidy } from './text.ts';

const titleWord =
  /技师|工程师|会计|经济师|教授|讲师|研究员|教师|教练|统计师|审计师|政工师|农艺师|技术员|高级工|中级工|初级工|职称|正高|副高|高级$|中级$|初级$|助理$|无职称/u;

export type PostAndTitle = { readonly post: string; readonly title: string };

/** Splits the form's one column 职务（职称、职业资格）: 主任（高级工程师） → 主任 and 高级工程师. */
export function readPostAndTitle(text: string): PostAndTitle {
  const whole = tidy(text);
  const open = whole.search(/[（(]/u);
  const separator = whole.search(/[/／、，,;；|]/u);
  if (open > 0 && (separator === -1 || separator > open) && /[）)]$/u.test(whole)) {
    return named(whole.slice(0, open), whole.slice(open + 1, -1));
  }
  // A gap between two words parts them; gaps between single characters only space a word out.
  const [, first, second] = /^(\S{2,})\s+(\S{2,})$/u.exec(text.trim()) ?? [];
  if (separator > 0) {
    return named(whole.slice(0, separator), whole.slice(separator + 1));
  }
  if (first !== undefined && second !== undefined) {
    return named(first, second);
  }
  return titleWord.test(whole) ? named('', whole) : named(whole, '');
}

function named(post: string, title: string): PostAndTitle {
  return { post: saysNothing(post) ? '' : tidy(post), title: saysNothing(title) ? '' : tidy(title) };
}
