import { useTranslation } from 'react-i18next';
import type { CellState } from '#shared/api/merge.ts';
import styles from './merge.module.css';

/** One sign per state; the name always goes with it, for the ear or in the key below the board. */
const signs: Record<CellState, string> = {
  received: '●',
  partial: '◐',
  missing: '○',
  'never-seen': '–',
  'set-aside': '⊘',
  superseded: '⇡',
  recused: '⟂',
  returned: '↺',
  'not-assigned': '·',
  excluded: '✕',
  equivocation: '!',
};
export const cellStates = [
  'received',
  'partial',
  'missing',
  'never-seen',
  'set-aside',
  'superseded',
  'recused',
  'returned',
  'excluded',
  'equivocation',
  'not-assigned',
] as const;

type Props = { state: CellState; name: string };

export function CellMark({ state, name }: Props) {
  return (
    <span className={styles['cell']} data-state={state} role="img" aria-label={name} title={name}>
      {signs[state]}
    </span>
  );
}

export function CellKey() {
  const { t } = useTranslation('merge');
  const { t: term } = useTranslation('terms');
  return (
    <p className={styles['key']} aria-label={t('legend')}>
      {cellStates.map((state) => (
        <span key={state}>
          <CellMark state={state} name={term(`cell.${state}`)} /> <span aria-hidden>{term(`cell.${state}`)}</span>
        </span>
      ))}
    </p>
  );
}
