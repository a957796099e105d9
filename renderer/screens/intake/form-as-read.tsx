import { Table, Text, Title } from '@mantine/core';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptGrid } from '#shared/intake/reading.ts';
import { plain } from '#shared/forms/text.ts';
import { maskId } from '../../parts/mask-id.ts';
import { WideTable } from '../../parts/wide-table.tsx';
import styles from './intake.module.css';

type Line = KeptGrid['lines'][number];
type Mark = { readonly sources: ReadonlySet<string>; readonly text: string };
type Props = { grid: KeptGrid; mark: Mark | null; showsIds: boolean };

/** The form as it was handed in, table by table; the line that a field was read from is marked, and the cell if it can be told. */
export function FormAsRead({ grid, mark, showsIds }: Props) {
  const { t } = useTranslation('intake');
  const pane = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (mark !== null) {
      pane.current?.querySelector('[data-marked]')?.scrollIntoView({ block: 'center', behavior: 'auto' });
    }
  }, [mark]);
  return (
    // What scrolls must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={pane} className={styles['form']} role="region" aria-label={t('form')} tabIndex={0}>
      <Title order={2}>{t('form')}</Title>
      {partsOf(grid).map(({ table, lines }) =>
        table === null ? (
          <div key={lines[0]?.source} className={styles['paragraphs']}>
            {lines.map((line) => (
              <Text key={line.source} data-marked={mark?.sources.has(line.source) === true ? true : undefined}>
                {shownText(line.cells[0]?.text ?? '', showsIds)}
              </Text>
            ))}
          </div>
        ) : (
          <WideTable key={`${table} ${lines[0]?.source}`} label={t('formTable', { number: table })} minWidth={560}>
            <Table withTableBorder withColumnBorders verticalSpacing={2} aria-label={t('formTable', { number: table })}>
              <Table.Tbody>
                {lines.map((line) => {
                  const marked = mark?.sources.has(line.source) === true;
                  return <Row key={line.source} line={line} markedText={marked ? mark.text : null} showsIds={showsIds} />;
                })}
              </Table.Tbody>
            </Table>
          </WideTable>
        ),
      )}
    </div>
  );
}

/** `markedText`: null for a line that is not marked. */
const Row = memo(function Row({ line, markedText, showsIds }: { line: Line; markedText: string | null; showsIds: boolean }) {
  const cells = line.cells.flatMap((cell, column) => {
    if (cell.from === 'left') {
      return [];
    }
    const after = line.cells.slice(column + 1).findIndex(({ from }) => from !== 'left');
    return [{ ...cell, column, across: after === -1 ? line.cells.length - column : after + 1 }];
  });
  const wanted = markedText === null ? '' : plain(markedText);
  return (
    <Table.Tr data-marked={markedText === null ? undefined : true}>
      {cells.map(({ text, from, column, across }) => (
        <Table.Td
          key={column}
          colSpan={across}
          className={styles['read'] ?? ''}
          data-covered={from === 'above' ? true : undefined}
          data-cell-marked={wanted !== '' && from === 'here' && plain(text).includes(wanted) ? true : undefined}
        >
          {from === 'above' ? '' : shownText(text, showsIds)}
        </Table.Td>
      ))}
    </Table.Tr>
  );
});

function partsOf({ lines }: KeptGrid): { table: number | null; lines: Line[] }[] {
  const parts: { table: number | null; lines: Line[] }[] = [];
  for (const line of lines) {
    const last = parts.at(-1);
    if (last !== undefined && last.table === line.table) {
      last.lines.push(line);
    } else {
      parts.push({ table: line.table, lines: [line] });
    }
  }
  return parts;
}

function shownText(text: string, showsIds: boolean): string {
  return showsIds ? text : text.replaceAll(/\d{15,18}[Xx]?/gu, (id) => maskId(id));
}
