import { useTranslation } from 'react-i18next';
import type { RubricItem } from '#shared/domain/rubric.ts';
import styles from '../desk.module.css';

/** What the rubric says of an item: its kind and quantity, the clause, the proof asked for, and a note. */
export function ItemFacts({ item }: { item: RubricItem }) {
  const { t } = useTranslation('desk');
  const { t: term } = useTranslation('terms');
  const facts = [
    `${term(`kind.${item.kind}`)}${item.quantity === undefined ? '' : ` · ${item.quantity}`}`,
    t('clause', { clause: item.clause }),
    item.evidence === undefined ? null : t('proof', { evidence: item.evidence }),
    item.note === undefined ? null : t('note', { note: item.note }),
  ];
  return <p className={styles['facts']}>{facts.filter((fact) => fact !== null).join('\n')}</p>;
}
