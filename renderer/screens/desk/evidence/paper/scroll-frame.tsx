import type { ComponentProps, ReactNode } from 'react';
import styles from '../evidence.module.css';

type Props = Omit<ComponentProps<'div'>, 'className' | 'role' | 'tabIndex'> & { label: string; children: ReactNode };

/** What the paper scrolls in; it can be reached by keyboard. */
export function ScrollFrame({ label, children, ...rest }: Props) {
  return (
    <div
      {...rest}
      className={styles['canvasArea']}
      role="region"
      aria-label={label}
      // What scrolls must be reachable by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-evidence-focus=""
    >
      {children}
    </div>
  );
}
