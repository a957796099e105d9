import { useTranslation } from 'react-i18next';
import type { PlaceGroup } from '#shared/visit/places.ts';
import type { Line } from '../../parts/answering/sheet-model.ts';
import styles from './visit.module.css';

type Props = { groups: readonly PlaceGroup<Line>[] };

/** The name of a place's heading on the page. */
export function placeAnchor(index: number): string {
  return `place-${index}`;
}

/** The places in the order in which one walks, each with how much of it is answered. */
export function PlaceNavigation({ groups }: Props) {
  const { t } = useTranslation('visit');
  return (
    <nav className={styles['places']} aria-label={t('places')}>
      {groups.map(({ place, occupation, lines: inPlace }, index) => (
        <button
          key={`${place} ${occupation ?? ''}`}
          type="button"
          className={styles['place']}
          onClick={() => document.getElementById(placeAnchor(index))?.scrollIntoView({ block: 'start' })}
        >
          {place}
          {occupation !== null && ` · ${occupation}`}{' '}
          <span className="numbers">
            {inPlace.filter(({ entry }) => entry !== null && (entry.value ?? entry.points ?? entry.verdict) !== null).length}/
            {inPlace.length}
          </span>
        </button>
      ))}
      <button
        type="button"
        className={styles['place']}
        onClick={() => document.getElementById('visit-record')?.scrollIntoView({ block: 'start' })}
      >
        {t('record')}
      </button>
    </nav>
  );
}
