import { Progress } from '@mantine/core';
import type { Fill } from '#shared/api/rounds.ts';

/** How much is answered: a bar and the two numbers. */
export function FillBar({ fill, label }: { fill: Fill; label: string }) {
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6 }}>
      <Progress w={64} value={fill.total === 0 ? 0 : (fill.filled / fill.total) * 100} aria-label={label} />
      <span className="numbers">
        {fill.filled}/{fill.total}
      </span>
    </span>
  );
}
