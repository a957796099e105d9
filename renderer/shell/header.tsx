import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconLock, IconSettings } from '@tabler/icons-react';
import { hashKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useAnswers } from '../app/answers/answers-context.tsx';
import { useCore } from '../app/core.tsx';
import { SaveStatus } from './save-status.tsx';
import styles from './shell.module.css';
import { useWhere } from './where.ts';

/** The line at the top: product, where I am, what is saved, who I am, lock. */
export function Header({ name }: { name: string }) {
  const { t } = useTranslation('shell');
  const { api } = useCore();
  const answers = useAnswers();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const where = useWhere();
  const lock = useMutation(api.workspace.lock.mutationOptions({ meta: { touches: 'nothing' } }));
  const lockNow = async () => {
    await answers.flush();
    const state = await lock.mutateAsync({});
    const key = api.workspace.state.queryKey();
    queries.setQueryData(key, state);
    // All but the state: what is on screen looks at it, and clearing it too would leave the screen as it was.
    queries.removeQueries({ predicate: ({ queryHash }) => queryHash !== hashKey(key) });
    await navigate({ to: '/' });
  };
  return (
    <header className={styles['bar']}>
      <div className={styles['header']}>
        <Link to="/" className={styles['brand']}>
          {t('product')}
        </Link>
        <div className={styles['where']}>{where}</div>
        <Tooltip label={t('offlineHint')}>
          <span className={`${styles['offline'] ?? ''} ${styles['narrowHidden'] ?? ''}`}>
            <span className={styles['dot']} aria-hidden />
            {t('offline')}
          </span>
        </Tooltip>
        <SaveStatus />
        <span className={styles['narrowHidden']}>{name}</span>
        <Tooltip label={t('settings')}>
          <ActionIcon variant="subtle" size="lg" aria-label={t('settings')} onClick={() => void navigate({ to: '/settings' })}>
            <IconSettings size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Button variant="default" size="xs" leftSection={<IconLock size={16} aria-hidden />} onClick={() => void lockNow()}>
          {t('lock')}
        </Button>
      </div>
    </header>
  );
}
