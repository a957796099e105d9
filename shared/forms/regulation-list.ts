import { plain, tidy } from './text.ts';

const numbering = /^\s*(?:[(（]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s*[)）.．、:：]|[①-⑳]|[•·●▪■◆\-–*])\s*/u;
const inlineNumber = /(?:^|[\s；;。,，])(?=(?:[(（]?\d{1,2}[)）.．、]|[①-⑳])\s*\D)/u;
const instruction = /填报目录|内容另附|^附后|^见附件|^详见/u;

/**
 * The regulations that one cell lists, by lines, by numbers, by 《》, by semicolons or, last, by 、 outside brackets.
 * Numbers and title marks are taken off; the form's own instruction (填报目录，内容另附) is not a regulation.
 */
export function readRegulationList(text: string): string[] {
  return divide(text)
    .map((part) =>
      tidy(part.replace(numbering, ''))
        .replace(/^《(.*)》$/u, '$1')
        .replace(/[；;。]$/u, ''),
    )
    .filter((part) => part !== '' && !instruction.test(plain(part)));
}

function divide(text: string): string[] {
  const lines = text.split(/[\n\r\v]+/u).filter((line) => line.trim() !== '');
  if (lines.length > 1) {
    return lines.flatMap(divide);
  }
  const numbered = text.split(inlineNumber);
  if (numbered.length > 1) {
    return numbered;
  }
  const titled = [...text.matchAll(/《([^《》]+)》/gu)].map((match) => match[1] ?? '');
  if (titled.length > 1) {
    return titled;
  }
  const parted = text.split(/[；;]/u);
  if (parted.length > 1) {
    return parted;
  }
  const listed = splitOutsideBrackets(text);
  // 考评人员守则、考务人员守则、考场规则 is one regulation; a longer row of them is a list.
  return listed.length > 3 ? listed : [text];
}

function splitOutsideBrackets(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    depth += /[（(《]/u.test(character) ? 1 : /[）)》]/u.test(character) ? -1 : 0;
    if (depth === 0 && /[、,，]/u.test(character)) {
      parts.push('');
    } else {
      parts[parts.length - 1] += character;
    }
  }
  return parts;
}
