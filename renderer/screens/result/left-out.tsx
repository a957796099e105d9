import { List, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RoundResult } from '#shared/domain/result.ts';
import { useListed } from '../../parts/listed.ts';

type Props = { leftOut: NonNullable<RoundResult['leftOut']>; applicants: ReadonlyMap<string, string> };

/** Whom the round left out by issuing again after scores had come in, and the chair's reason. */
export function LeftOut({ leftOut, applicants }: Props) {
  const { t } = useTranslation('result');
  const listed = useListed();
  return (
    <section>
      <Title order={2}>{t('leftOut')}</Title>
      <List mt="xs">
        {leftOut.map(({ expert, name, applications, reason }) => (
          <List.Item key={`${expert} ${reason}`}>
            {t('leftOutLine', { name, applications: listed(applications.map((id) => applicants.get(id) ?? id)), reason })}
          </List.Item>
        ))}
      </List>
    </section>
  );
}
