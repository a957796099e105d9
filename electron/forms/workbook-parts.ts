import { posix } from 'node:path';
import { RefusedError } from '#shared/result.ts';
import { officeLimits } from './office-limits.ts';
import { unescapedXml, walkXml } from './walk-xml.ts';

/** A worksheet of a workbook: what it is called, and its part as it stands. */
export type SheetPart = { readonly name: string; readonly xml: string };

/** The parts of a workbook that its cells are read from; null where it has none. */
export type WorkbookParts = {
  readonly sheets: readonly SheetPart[];
  /** Dates count from 1904, as on old Macs. */
  readonly from1904: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
};

type File = { readonly name: string };
type Relation = { readonly type: string; readonly target: string };

/**
 * Finds the worksheets in the parts of a workbook, in their order; sheets that are a chart have no cells and are left out.
 *
 * Refuses (by throwing) `intake/form-unreadable`, `intake/form-too-many-sheets`, `intake/form-too-many-parts`, `intake/form-too-deep`.
 */
export function workbookParts(file: File, parts: ReadonlyMap<string, string>): WorkbookParts {
  const byName = new Map([...parts].map(([name, xml]) => [name.toLowerCase(), xml]));
  const partOf = (path: string): string | undefined => byName.get(path.toLowerCase());
  const main = [...relationsOf(file, { xml: partOf('_rels/.rels'), of: '' }).values()];
  const path = main.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const workbook = partOf(path);
  if (workbook === undefined) {
    throw new RefusedError('intake/form-unreadable', { name: file.name });
  }
  const relations = relationsOf(file, { xml: partOf(posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`)), of: path });
  const { listed, from1904 } = readWorkbookPart(file, workbook);
  const sheets = listed.flatMap(({ name, relation }): SheetPart[] => {
    const { type, target } = relations.get(relation) ?? { type: 'worksheet', target: '' };
    if (type !== 'worksheet') {
      return [];
    }
    const xml = partOf(target);
    if (xml === undefined) {
      throw new RefusedError('intake/form-unreadable', { name: file.name });
    }
    return [{ name, xml }];
  });
  const partOfType = (type: string): string | null =>
    partOf([...relations.values()].find((relation) => relation.type === type)?.target ?? '') ?? null;
  return { sheets, from1904, sharedStrings: partOfType('sharedStrings'), styles: partOfType('styles') };
}

function readWorkbookPart(file: File, xml: string): { listed: { name: string; relation: string }[]; from1904: boolean } {
  const listed: { name: string; relation: string }[] = [];
  let from1904 = false;
  walkXml(
    { name: file.name, xml },
    {
      open: ({ localName, depth, attributes }) => {
        if (depth === 3 && localName === 'sheet') {
          const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
          listed.push({ name: unescapedXml(attributes['name'] ?? ''), relation: unescapedXml(id) });
        } else if (depth === 2 && localName === 'workbookPr') {
          from1904 = ['1', 'true', 'on'].includes(attributes['date1904'] ?? '');
        }
        if (listed.length > officeLimits.sheets) {
          throw new RefusedError('intake/form-too-many-sheets', { name: file.name, limit: officeLimits.sheets });
        }
      },
      close: () => {},
    },
  );
  return { listed, from1904 };
}

/** The relations of a part by their ids; their types without the long address before them. */
function relationsOf(file: File, { xml, of }: { xml: string | undefined; of: string }): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  if (xml !== undefined) {
    walkXml(
      { name: file.name, xml },
      {
        open: ({ localName, attributes }) => {
          if (localName === 'Relationship') {
            const target = unescapedXml(attributes['Target'] ?? '');
            relations.set(unescapedXml(attributes['Id'] ?? ''), {
              type: (attributes['Type'] ?? '').split('/').at(-1) ?? '',
              // From the root, or from the folder of the part.
              target: posix.join('/', target.startsWith('/') ? '' : posix.dirname(of), target).slice(1),
            });
            if (relations.size > officeLimits.entries) {
              throw new RefusedError('intake/form-too-many-parts', { name: file.name, limit: officeLimits.entries });
            }
          }
        },
        close: () => {},
      },
    );
  }
  return relations;
}
