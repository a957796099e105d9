import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ApplicationRow } from '#shared/api/applications.ts';
import type { Problems } from '#shared/api/problems.ts';
import type { Stage } from '#shared/domain/values.ts';
import type { ListSearch } from '../../parts/applications/list-search.ts';
import { FillBar } from '../../parts/fill-bar.tsx';
import { SheetStateMark } from '../../parts/sheet-state.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import styles from './applications.module.css';
import { useListed } from '../../parts/listed.ts';

type Props = {
  round: string;
  row: ApplicationRow;
  problems: Problems | undefined;
  stages: readonly Stage[];
  search: ListSearch;
  index: number;
  /** The row that the keyboard is on. */
  lit: boolean;
  onLit: () => void;
};

/** One applicant: who, what for, how far each sheet is, what the checks found. */
export function ApplicationLine({ round, row, problems, stages, search, index, lit, onLit }: Props) {
  const { t } = useTranslation('applications');
  const { t: term } = useTranslation('terms');
  const listed = useListed();
  const occupations = listed(row.occupations.map((occupation) => occupation.name));
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      tabIndex={lit ? 0 : -1}
      data-row={row.id}
      className={styles['row']}
      data-recused={row.recused ? '' : undefined}
      onFocus={onLit}
    >
      <span role="gridcell">
        {row.recused ? (
          row.applicant.name
        ) : (
          <Link
            className={styles['name']}
            to="/rounds/$round/desk/$application/$stage"
            params={{ round, application: row.id, stage: stageToOpen(row, stages) }}
            search={{ list: search }}
          >
            {row.applicant.name}
          </Link>
        )}
      </span>
      <span role="gridcell" className={styles['cut']} title={row.applicant.type ?? ''}>
        {row.applicant.type ?? '–'}
      </span>
      <span role="gridcell" className={styles['cut']} title={occupations}>
        <span className="numbers">{row.occupations.length}</span>
        <span className={styles['names']}> · {occupations}</span>
      </span>
      {stages.map((stage) => (
        <span role="gridcell" key={stage}>
          {row.recused ? (
            <StateMark tone="quiet" icon="recused" text={t('recused')} />
          ) : (
            <Link
              className={styles['stage']}
              {...(stage === 'roadshow'
                ? { to: '/rounds/$round/roadshow' as const, params: { round }, search: { applicant: row.id } }
                : {
                    to: '/rounds/$round/desk/$application/$stage' as const,
                    params: { round, application: row.id, stage },
                    search: { list: search },
                  })}
              aria-label={t('openStage', { name: row.applicant.name, stage: term(`stage.${stage}`) })}
            >
              <span className={styles['stageName']}>{term(`stage.${stage}`)}</span>
              {row.stages[stage].state === 'draft' || row.stages[stage].state === 'empty' ? (
                <FillBar fill={row.stages[stage]} label={term(`stage.${stage}`)} />
              ) : (
                <SheetStateMark state={row.stages[stage].state} />
              )}
            </Link>
          )}
        </span>
      ))}
      <span role="gridcell" className={styles['problems']}>
        {row.readable ? <ProblemMarks problems={problems} /> : '–'}
      </span>
    </div>
  );
}

function ProblemMarks({ problems }: { problems: Problems | undefined }) {
  const { t } = useTranslation('applications');
  if (problems === undefined) {
    return <span className={styles['checking']}>{t('checking')}</span>;
  }
  const { notMet, doubtful } = problems;
  return (
    <>
      {notMet.length > 0 && <StateMark tone="bad" icon="problem" text={t('notMet', { count: notMet.length })} />}
      {doubtful.length > 0 && <StateMark tone="warn" icon="problem" text={t('doubtful', { count: doubtful.length })} />}
      {notMet.length + doubtful.length === 0 && t('noFindings')}
    </>
  );
}

/** The first of the shown stages in which something is blank, else the first that is mine. */
export function stageToOpen(row: ApplicationRow, stages: readonly Stage[]): Stage {
  const mine = stages.filter((stage) => row.stages[stage].state !== 'not-assigned');
  return mine.find((stage) => row.stages[stage].filled < row.stages[stage].total) ?? mine[0] ?? stages[0] ?? 'document';
}
