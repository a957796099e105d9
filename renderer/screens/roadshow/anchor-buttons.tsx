import type { RubricItem } from '#shared/domain/rubric.ts';
import { formatPoints, parsePoints } from '#shared/points/hundredths.ts';
import styles from './roadshow.module.css';

type Props = { item: RubricItem; label: string; points: string | null; disabled: boolean; onPoints: (points: string) => void };

/** Every step of an item as a button to tap, with what the rubric says it means. */
export function AnchorButtons({ item, label, points, disabled, onPoints }: Props) {
  const texts = new Map(item.anchors?.map((anchor) => [anchor.points, anchor.text]));
  return (
    <div role="group" aria-label={label} className={styles['anchors']}>
      {stepsOf(item).map((step) => (
        <button
          key={step}
          type="button"
          className={styles['anchor']}
          aria-pressed={points === step}
          disabled={disabled}
          onClick={() => onPoints(step)}
        >
          <strong className="numbers">{step.replace(/\.00$/, '')}</strong>
          <span className={styles['anchorText']}>{texts.get(step) ?? ''}</span>
        </button>
      ))}
    </div>
  );
}

/** From the maximum down to zero; where the steps are too many to tap, the anchors. */
function stepsOf(item: RubricItem): string[] {
  const step = parsePoints(item.step ?? '1.00');
  const count = step === 0n ? 0 : Number(parsePoints(item.max) / step);
  return count === 0 || count > 10
    ? (item.anchors ?? []).map((anchor) => anchor.points)
    : Array.from({ length: count + 1 }, (_, index) => formatPoints(parsePoints(item.max) - BigInt(index) * step));
}
