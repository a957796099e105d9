import type { Application } from '../domain/application.ts';
import type { FormLine } from './grid.ts';
import { type Note, sureness } from './notes.ts';
import { readNumber } from './numerals.ts';
import type { VenuePart } from './sections.ts';
import { plain, saysNothing, tidy } from './text.ts';

type Venue = Application['venues'][number];
type Thing = Venue['equipment'][number];
type Pair = { readonly name: number; readonly model: number | null; readonly count: number | null };

const theory = /理论.*(面积|场地|考场)/u;
const skill = /(技能|实操|实际操作|操作).*(面积|场地|考场)/u;
const blankLabel = /^(考核场地|合计|理论.*面积|(技能|实操|实际).*面积|(考核|检测)设备|.*名称.*|规格|型号|数量|备注|职业.*)[:：]?$/u;
const anyLabel = /^(考核场地|合计|理论|技能考核|实际操作|操作技能|实操|考核设备|检测设备|设备名称|数量)/u;

/** Reads the venue tables, one per occupation: by the name in the heading or the table, else by their order. */
export function readVenues(parts: readonly VenuePart[], occupations: readonly string[]): { venues: Venue[]; notes: Note[] } {
  const notes: Note[] = [];
  const filled = parts.filter((part) => isFilledIn(part));
  const venues = filled.map((part, index): Venue => {
    const field = `venues.${index}`;
    const named = nameOf(part, occupations);
    const only = occupations.length === 1 ? occupations[0] : undefined;
    const occupation = named ?? only ?? occupations[index] ?? '';
    const sureOfName = named !== null || only !== undefined;
    notes.push({ field, source: part.lines[0]?.source ?? part.source, confidence: sureness.plain });
    if (!sureOfName || occupation === '') {
      notes.push({
        field: `${field}.occupation`,
        source: part.source,
        confidence: occupation === '' ? sureness.missing : sureness.guessed,
      });
    }
    const { equipment, testEquipment } = readThings(part.lines, { notes, field });
    return {
      occupation,
      theoryAreaSquareMetres: readArea(part.lines, theory, { notes, field: `${field}.theoryAreaSquareMetres` }),
      skillAreaSquareMetres: readArea(part.lines, skill, { notes, field: `${field}.skillAreaSquareMetres` }),
      equipment,
      testEquipment,
    };
  });
  return { venues, notes };
}

/** Labels without a value are a table that was left blank: a form has more of them than an applicant has occupations. */
function isFilledIn(part: VenuePart): boolean {
  return part.lines.some((line) =>
    line.cells.some((cell) => cell.from === 'here' && cell.text.trim() !== '' && !blankLabel.test(plain(cell.text))),
  );
}

function nameOf(part: VenuePart, occupations: readonly string[]): string | null {
  const texts = [part.heading, ...part.lines.flatMap((line) => line.cells.filter((cell) => cell.from === 'here').map((cell) => cell.text))];
  for (const text of texts) {
    const named = occupations.filter((name) => plain(text).includes(plain(name))).toSorted((a, b) => b.length - a.length)[0];
    if (named !== undefined) {
      return named;
    }
  }
  const bracketed = [...part.heading.matchAll(/[（(]([^（()）]+)[）)]/gu)]
    .map((match) => tidy(match[1] ?? ''))
    .findLast((text) => !/^(工种|职业|[一二三四五六七八九十\d]+)$/u.test(text));
  return bracketed === undefined ? null : bracketed.replace(/^(职业名称|职业|工种)[:：]/u, '');
}

type At = { notes: Note[]; field: string };

/** The area that stands in the label's own cell, right of it, or under it. */
function readArea(lines: readonly FormLine[], wanted: RegExp, { notes, field }: At): number | null {
  for (const [row, line] of lines.entries()) {
    for (const [column, cell] of line.cells.entries()) {
      const compact = plain(cell.text);
      if (cell.from !== 'here' || !wanted.test(compact) || compact.length > 40) {
        continue;
      }
      const own = compact.replace(/^[^0-9:]*/u, '');
      const right = line.cells.slice(column + 1).find((next) => next.from === 'here' && next.text.trim() !== '');
      const under = lines[row + 1]?.cells[column];
      const candidates = [own, isLabel(right?.text) ? '' : (right?.text ?? ''), isLabel(under?.text) ? '' : (under?.text ?? '')];
      for (const text of candidates) {
        const read = readNumber(text);
        if (read !== null) {
          notes.push({ field, source: line.source, confidence: read.sure ? sureness.plain : sureness.guessed });
          return read.value;
        }
      }
      notes.push({ field, source: line.source, confidence: sureness.missing });
      return null;
    }
  }
  notes.push({ field, source: '', confidence: sureness.missing });
  return null;
}

function isLabel(text: string | undefined): boolean {
  return text === undefined || anyLabel.test(plain(text));
}

/** 考核设备 and 检测设备: pairs of name and count, under the label that was last seen. */
function readThings(lines: readonly FormLine[], { notes, field }: At): Pick<Venue, 'equipment' | 'testEquipment'> {
  const lists = { equipment: new Array<Thing>(), testEquipment: new Array<Thing>() };
  let list: keyof typeof lists = 'equipment';
  let pairs: Pair[] | null = null;
  for (const line of lines) {
    const labels = line.cells.map((cell) => plain(cell.text));
    const named = labels.find((label) => /^(考核设备|检测设备|检测场地)/u.test(label));
    if (named !== undefined) {
      list = named.startsWith('检测') ? 'testEquipment' : 'equipment';
    }
    if (labels.some((label) => theory.test(label) || skill.test(label))) {
      pairs = null;
      continue;
    }
    const header = pairsOf(labels);
    if (header.length > 0) {
      pairs = header;
      continue;
    }
    for (const pair of pairs ?? []) {
      const name = thingName(line, pair);
      if (name === '' || /^(合计|小计|注[:：])/u.test(name)) {
        continue;
      }
      const thing = readThing(name, pair.count === null ? '' : (line.cells[pair.count]?.text ?? ''));
      if (!thing.sure) {
        notes.push({ field: `${field}.${list}.${lists[list].length}`, source: line.source, confidence: sureness.unread });
      } else {
        notes.push({ field: `${field}.${list}.${lists[list].length}`, source: line.source, confidence: sureness.plain });
      }
      lists[list].push({ name: thing.name.slice(0, 400), count: thing.count });
    }
  }
  return lists;
}

function pairsOf(labels: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  labels.forEach((label, column) => {
    const last = pairs.at(-1);
    if (/^(设备|仪器|工具)?.{0,6}名称|^设备.*型号/u.test(label)) {
      pairs.push({ name: column, model: null, count: null });
    } else if (/^(规格)?(\/|、)?型号/u.test(label) && last !== undefined) {
      pairs[pairs.length - 1] = { ...last, model: column };
    } else if (/^(数量|台数|台\(套\)数)/u.test(label) && last !== undefined) {
      pairs[pairs.length - 1] = { ...last, count: column };
    }
  });
  return pairs.filter((pair) => pair.count !== null);
}

function thingName(line: FormLine, pair: Pair): string {
  const written = (column: number | null): string => {
    const cell = column === null ? undefined : line.cells[column];
    return cell?.from === 'here' && !saysNothing(cell.text) ? tidy(cell.text) : '';
  };
  return [written(pair.name), written(pair.model)].filter((text) => text !== '').join(' ');
}

/** A count that is missing is taken from the name (无人机 ×8, 无人机 8台), else it is 0 and marked as not read. */
function readThing(name: string, count: string): Thing & { sure: boolean } {
  const read = readNumber(count);
  if (read !== null) {
    return { name, count: read.value, sure: read.sure };
  }
  const inName = /^(.*?)\s*(?:[×xX*]\s*(\d+)|(\d+)\s*(?:台|套|个|件|张|把|架|辆|部))$/u.exec(name);
  return inName === null
    ? { name, count: 0, sure: false }
    : { name: tidy(inName[1] ?? name), count: Number(inName[2] ?? inName[3]), sure: true };
}
