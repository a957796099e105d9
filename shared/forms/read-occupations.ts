import type { Application } from '../domain/application.ts';
import { readLevels } from './levels.ts';
import { type Note, sureness } from './notes.ts';
import type { ListPart } from './sections.ts';
import { asciiNumber, plain, saysNothing, tidy } from './text.ts';

type Occupation = Application['occupations'][number];

/** Reads 职业（工种）范围: one entry per occupation, whether its levels stand in one row or one row each. */
export function readOccupations(parts: readonly ListPart[]): { occupations: Occupation[]; notes: Note[] } {
  const occupations: Occupation[] = [];
  const notes: Note[] = [];
  let last = '';
  for (const part of parts.filter((candidate) => candidate.section === 'occupations')) {
    for (const line of part.lines) {
      for (const columns of part.halves) {
        const text = (key: 'occupation' | 'code' | 'work' | 'level' | 'note'): string =>
          tidy(line.cells[columns.get(key) ?? -1]?.text ?? '');
        const levels = readLevels(text('level'));
        const name = occupationName(text('occupation')) || (text('level') === '' ? '' : last);
        if (name === '' || /^(合计|小计|注[:：])/u.test(plain(line.cells.find((cell) => cell.text.trim() !== '')?.text ?? ''))) {
          continue;
        }
        last = name;
        const known = occupations.findIndex((occupation) => plain(occupation.name) === plain(name));
        const before = occupations[known];
        const index = known === -1 ? occupations.length : known;
        const row: Occupation = {
          name,
          code: saysNothing(text('code')) ? null : asciiNumber(text('code')).slice(0, 400),
          work: saysNothing(text('work')) ? null : text('work').slice(0, 400),
          levels: levels.levels,
          note: saysNothing(text('note')) ? '' : text('note').slice(0, 400),
        };
        occupations[index] = before === undefined ? row : joined(before, row);
        notes.push({ field: `occupations.${index}`, source: line.source, confidence: sureness.plain });
        if (!levels.sure) {
          const confidence = levels.levels.length === 0 ? sureness.missing : sureness.guessed;
          notes.push({ field: `occupations.${index}.levels`, source: line.source, confidence });
        }
      }
    }
  }
  return { occupations, notes };
}

function occupationName(text: string): string {
  return saysNothing(text) ? '' : text.replaceAll(/^《|》$/gu, '').slice(0, 400);
}

function joined(before: Occupation, row: Occupation): Occupation {
  const works = [before.work, row.work].filter((work) => work !== null);
  const notes = [before.note, row.note].filter((note) => note !== '');
  const levels = new Set([...before.levels, ...row.levels]);
  return {
    name: before.name,
    code: before.code ?? row.code,
    work: works.length === 0 ? null : [...new Set(works)].join('、').slice(0, 400),
    levels: (['五级', '四级', '三级', '二级', '一级'] as const).filter((level) => levels.has(level)),
    note: [...new Set(notes)].join('；').slice(0, 400),
  };
}
