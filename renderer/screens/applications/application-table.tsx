import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '#shared/api/applications.ts';
import type { Stage } from '#shared/domain/values.ts';
import type { Column, ListSearch } from '../../parts/applications/list-search.ts';
import type { ProblemsByApplication } from '../../parts/applications/rows.ts';
import { ApplicationLine } from './application-row.tsx';
import styles from './applications.module.css';

/** What the keys of the screen ask of the table. */
export type TableHandle = {
  /** The row that the keyboard is on, or undefined when none is listed. */
  readonly lit: () => ApplicationRow | undefined;
  /** Puts the keyboard on a row, drawn or not; beyond the ends it stays at the end. */
  readonly goTo: (index: (lit: number) => number) => void;
};

type Props = {
  round: string;
  rows: readonly ApplicationRow[];
  problems: ProblemsByApplication;
  stages: readonly Stage[];
  search: ListSearch;
  onSort: (column: Column) => void;
  handle: RefObject<TableHandle | null>;
};

/** The applications with their progress per stage; only the rows in view are drawn, however many there are. */
export function ApplicationTable({ round, rows, problems, stages, search, onSort, handle }: Props) {
  const { t } = useTranslation('applications');
  const { t: term } = useTranslation('terms');
  const scroller = useRef<HTMLDivElement>(null);
  const [litId, setLitId] = useState<string | null>(null);
  const goingTo = useRef<string | null>(null);
  const lit = Math.max(
    0,
    rows.findIndex((row) => row.id === litId),
  );
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 56,
    overscan: 8,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  useImperativeHandle(handle, () => ({
    lit: () => rows[lit],
    goTo: (index) => {
      const next = Math.min(rows.length - 1, Math.max(0, index(lit)));
      const row = rows[next];
      if (row !== undefined) {
        setLitId(row.id);
        goingTo.current = row.id;
        if (!focusRow(scroller.current, goingTo)) {
          virtual.scrollToIndex(next);
        }
      }
    },
  }));
  // A row far away is drawn only after the scrolling: it takes the focus when it is there.
  useEffect(() => {
    focusRow(scroller.current, goingTo);
  });
  const head = (column: Column, label: string) => <SortHead key={column} {...{ column, label, search, onSort }} />;
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={t('title')}
      aria-rowcount={rows.length + 1}
      className={styles['list']}
      style={{ '--stages': stages.length }}
    >
      <div role="row" aria-rowindex={1} className={styles['head']}>
        {head('name', t('colName'))}
        {head('type', t('colType'))}
        {head('occupations', t('colOccupations'))}
        {stages.map((stage) => head(stage, term(`stage.${stage}`)))}
        {head('problems', t('colFindings'))}
      </div>
      <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="presentation"
              style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
            >
              <ApplicationLine
                {...{ round, row, stages, search, index }}
                problems={problems.get(row.id)}
                lit={index === lit}
                onLit={() => setLitId(row.id)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

type HeadProps = Pick<Props, 'search' | 'onSort'> & { column: Column; label: string };

/** A column's head, which sorts by it. */
function SortHead({ column, label, search, onSort }: HeadProps) {
  const sorted = search.sort === column;
  const direction = search.descending === true ? 'descending' : 'ascending';
  return (
    <span role="columnheader" aria-sort={sorted ? direction : 'none'}>
      <button type="button" className={styles['sort']} onClick={() => onSort(column)}>
        {label}
        {sorted && (search.descending === true ? <IconArrowDown size={14} aria-hidden /> : <IconArrowUp size={14} aria-hidden />)}
      </button>
    </span>
  );
}

/** Puts the focus on the row that waits for it; false while it is not drawn. */
function focusRow(scroller: HTMLElement | null, goingTo: RefObject<string | null>): boolean {
  const row = goingTo.current === null ? null : scroller?.querySelector<HTMLElement>(`[data-row="${CSS.escape(goingTo.current)}"]`);
  if (row === null || row === undefined) {
    return false;
  }
  goingTo.current = null;
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: 'nearest' });
  return true;
}
