import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '../evidence.module.css';
import type { Region } from '../../open-evidence.ts';
import { sameRegion } from '../../open-evidence.ts';
import type { Turns } from './region.ts';
import { boxOf, percent, turned } from './region.ts';
import { RegionDrawing } from './region-drawing.tsx';
import type { Selecting } from './selecting.ts';

/** Something on this page that the sheet cites: a region of it, or all of it. */
export type Mark = { readonly code: string; readonly region: Region | null; readonly ofOpenItem: boolean };

type Props = {
  label: string;
  size: { width: number; height: number };
  turns: Turns;
  marks: readonly Mark[];
  /** Opened from the sheet: this region of the page, or the page. */
  shown: { region: Region | null } | null;
  /** A region that is drawn and not cited yet. */
  drawn: Region | null;
  selecting: Selecting | null;
  children: ReactNode;
};

/** A page or a picture with what is cited on it; where a region can be drawn. `size` is as it lies on the screen, turned. */
export function Paper({ label, size, turns, marks, shown, drawn, selecting, children }: Props) {
  const { t } = useTranslation('evidence');
  const place = (region: Region) => percent(turned(boxOf(region), turns));
  const wholePage = marks.filter(({ region }) => region === null);
  const shownRegion = shown?.region ?? null;
  const unmarked = shownRegion !== null && !marks.some(({ region }) => region !== null && sameRegion(region, shownRegion));
  return (
    <div className={styles['paper']} style={size} data-shown={shown !== null && shownRegion === null ? '' : undefined}>
      {children}
      <ul className={styles['marks']} aria-label={t('marksOn', { label })}>
        {marks.map(
          ({ code, region, ofOpenItem }) =>
            region !== null && (
              <li
                key={`${code} ${JSON.stringify(region)}`}
                className={styles['mark']}
                style={place(region)}
                data-of-open-item={ofOpenItem ? '' : undefined}
                data-shown={shownRegion !== null && sameRegion(region, shownRegion) ? '' : undefined}
              >
                <span className={styles['markCode']}>{code}</span>
              </li>
            ),
        )}
        {unmarked && <li className={styles['mark']} data-shown="" style={place(shownRegion)} aria-label={t('shownRegion')} />}
        {wholePage.length > 0 && (
          <li className={styles['pageMark']}>{t('citedBy', { codes: [...new Set(wholePage.map(({ code }) => code))].join(' ') })}</li>
        )}
      </ul>
      {drawn !== null && selecting === null && <div className={styles['drawn']} style={place(drawn)} />}
      {selecting !== null && <RegionDrawing label={label} turns={turns} selecting={selecting} />}
    </div>
  );
}
