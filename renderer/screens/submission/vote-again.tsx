import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.tsx';
import { Notice } from '../../parts/notice.tsx';

/** Before sealing again: that the vote for 组长 has to be cast again, because the round was issued again with another electorate. */
export function VoteAgain({ round }: { round: string }) {
  const { t } = useTranslation('submission');
  const { api } = useCore();
  const election = useQuery(api.declarations.get.queryOptions({ input: { round } })).data?.election ?? null;
  if (election === null || election.castAt !== null || election.castBefore === null) {
    return null;
  }
  return (
    <Notice tone="warn" icon="problem" role="status" title={t('voteAgain')}>
      {t('voteAgainBody')}{' '}
      <Anchor underline="always" renderRoot={(props) => <Link to="/rounds/$round/declarations" params={{ round }} {...props} />}>
        {t('voteAgainGo')}
      </Anchor>
    </Notice>
  );
}
