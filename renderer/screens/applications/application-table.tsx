import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '#shared/api/applications.ts';
import type { Stage } from '#shared/domain/values.ts';
import { stagesInOrder } from '#shared/domain/values.ts';
import { FillBar } from '../../parts/fill-bar.tsx';
import { SheetStateMark } from '../../parts/sheet-state.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import styles from './applications.module.css';

type Props = { round: string; rows: readonly ApplicationRow[]; stage: Stage | undefined };

/** Above this many rows only those in view are drawn. */
const drawAllUpTo = 60;

/** The applications with their progress per stage; each stage opens its sheet. */
export function ApplicationTable({ round, rows, stage }: Props) {
  const { t } = useTranslation('applications');
  const { t: term } = useTranslation('terms');
  const scroller = useRef<HTMLDivElement>(null);
  const stages = stage === undefined ? stagesInOrder : [stage];
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 58,
    overscan: 12,
    enabled: rows.length > drawAllUpTo,
  });
  const drawn = rows.length > drawAllUpTo ? virtual.getVirtualItems().map((item) => ({ index: item.index, start: item.start })) : null;
  return (
    <div
      role="table"
      aria-label={t('title')}
      aria-rowcount={rows.length + 1}
      className={styles['list']}
      style={{ '--stages': stages.length }}
    >
      <div role="row" className={styles['head']}>
        <span role="columnheader">{t('colName')}</span>
        <span role="columnheader">{t('colType')}</span>
        <span role="columnheader">{t('colOccupations')}</span>
        {stages.map((one) => (
          <span role="columnheader" key={one}>
            {term(`stage.${one}`)}
          </span>
        ))}
        <span role="columnheader">{t('colFindings')}</span>
      </div>
      <div ref={scroller} className={drawn === null ? undefined : styles['scroller']} role="rowgroup">
        {drawn === null ? (
          rows.map((row, index) => <Row key={row.id} {...{ round, row, stages, index }} />)
        ) : (
          <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
            {drawn.map(({ index, start }) => {
              const row = rows[index];
              return row === undefined ? null : (
                <div
                  key={row.id}
                  ref={virtual.measureElement}
                  data-index={index}
                  style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
                  role="presentation"
                >
                  <Row {...{ round, row, stages, index }} />
                </div>
              );
            })}
          </div>
        )}
      </div>
    </div>
  );
}

function Row({ round, row, stages, index }: { round: string; row: ApplicationRow; stages: readonly Stage[]; index: number }) {
  const { t } = useTranslation('applications');
  const { t: term } = useTranslation('terms');
  const first = stages.find((stage) => row.stages[stage].filled < row.stages[stage].total) ?? stages[0] ?? 'document';
  return (
    <div role="row" aria-rowindex={index + 2} className={styles['row']} data-recused={row.recused ? '' : undefined}>
      <span role="cell">
        {row.recused ? (
          row.applicant.name
        ) : (
          <Link
            className={styles['name']}
            to="/rounds/$round/desk/$application/$stage"
            params={{ round, application: row.id, stage: first }}
            search={{}}
          >
            {row.applicant.name}
          </Link>
        )}
      </span>
      <span role="cell">{row.applicant.type ?? '–'}</span>
      <span role="cell" title={row.occupations.map((occupation) => occupation.name).join('、')}>
        {t('occupations', { count: row.occupations.length })}
      </span>
      {stages.map((stage) => (
        <span role="cell" key={stage}>
          {row.recused ? (
            <StateMark tone="quiet" icon="recused" text={t('recused')} />
          ) : (
            <Link
              className={styles['stage']}
              to="/rounds/$round/desk/$application/$stage"
              params={{ round, application: row.id, stage }}
              search={{}}
              aria-label={t('openStage', { name: row.applicant.name, stage: term(`stage.${stage}`) })}
            >
              {row.stages[stage].state === 'draft' || row.stages[stage].state === 'empty' ? (
                <FillBar fill={row.stages[stage]} label={term(`stage.${stage}`)} />
              ) : (
                <SheetStateMark state={row.stages[stage].state} />
              )}
            </Link>
          )}
        </span>
      ))}
      <span role="cell">
        {row.findings.notMet > 0 && <StateMark tone="bad" icon="problem" text={t('notMet', { count: row.findings.notMet })} />}{' '}
        {row.findings.doubtful > 0 && <StateMark tone="warn" icon="problem" text={t('doubtful', { count: row.findings.doubtful })} />}
        {row.findings.notMet + row.findings.doubtful === 0 && t('noFindings')}
      </span>
    </div>
  );
}
