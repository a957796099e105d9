import { type Note, sureness } from './notes.ts';
import { readRegulationList } from './regulation-list.ts';
import type { ListPart } from './sections.ts';
import { plain } from './text.ts';

/** Reads 已建立规章制度目录, a table or a list in one cell. */
export function readRegulations(parts: readonly ListPart[]): { regulations: string[]; notes: Note[] } {
  const regulations: string[] = [];
  const notes: Note[] = [];
  for (const part of parts.filter((candidate) => candidate.section === 'regulations')) {
    for (const line of part.lines) {
      const texts =
        part.halves.length === 0
          ? line.cells
              .filter((cell) => cell.from === 'here' && !/^(已建立)?(规章|管理)制度(目录)?$/u.test(plain(cell.text)))
              .map((cell) => cell.text)
          : part.halves
              .map((columns) => line.cells[columns.get('regulation') ?? -1])
              .map((cell) => (cell?.from === 'here' ? cell.text : ''));
      for (const text of texts.filter((candidate) => !/^\d*$/u.test(plain(candidate)))) {
        const listed = readRegulationList(text);
        for (const name of listed) {
          const confidence = listed.length > 1 ? sureness.derived : sureness.plain;
          notes.push({ field: `regulations.${regulations.length}`, source: line.source, confidence });
          regulations.push(name.slice(0, 400));
        }
      }
    }
  }
  return { regulations, notes };
}
