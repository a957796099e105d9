import { Group } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

const icons = { problem: IconAlertTriangle, done: IconCircleCheck, info: IconInfoCircle, locked: IconLock } as const;

type Props = {
  tone: 'good' | 'warn' | 'bad' | 'quiet';
  icon: keyof typeof icons;
  title?: string;
  /** `alert` interrupts a screen reader, `status` waits, `note` is only there to be read. */
  role: 'alert' | 'status' | 'note';
  children: ReactNode;
};

/** Something to read before going on; it stays where it is. */
export function Notice({ tone, icon, title, role, children }: Props) {
  const Icon = icons[icon];
  return (
    <div className={styles['notice']} data-tone={tone} role={role}>
      <Group gap="sm" wrap="nowrap" align="flex-start">
        <Icon size="1.35em" aria-hidden className={styles['icon'] ?? ''} />
        <div className={styles['body']}>
          {title !== undefined && <strong>{title}</strong>}
          <div>{children}</div>
        </div>
      </Group>
    </div>
  );
}
