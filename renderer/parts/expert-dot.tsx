import { useQuery } from '@tanstack/react-query';
import { useCore } from '../app/core.tsx';
import styles from './expert-dot.module.css';

const colours = 12;

/** An expert's place on the roster, in the colour that this expert has on every screen; beside the name, never in its place. */
export function ExpertDot({ round, expert }: { round: string; expert: string }) {
  const { api } = useCore();
  const panel = useQuery(api.rounds.get.queryOptions({ input: { round } })).data?.round.panel ?? [];
  const place = panel.findIndex(({ id }) => id === expert);
  return place < 0 ? null : (
    <span className={styles['dot']} data-colour={place % colours} aria-hidden>
      {place + 1}
    </span>
  );
}
