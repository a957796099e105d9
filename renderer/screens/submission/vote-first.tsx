import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCore } from '../../app/core.tsx';
import { Notice } from '../../parts/notice.tsx';

/** Before sealing: that I have not voted for 组长, or have to again because the electorate is another or a further ballot is open. */
export function VoteFirst({ round }: { round: string }) {
  const { t } = useTranslation('submission');
  const { api } = useCore();
  const election = useQuery(api.declarations.get.queryOptions({ input: { round } })).data?.election ?? null;
  if (election === null || !election.votes || election.castAt !== null) {
    return null;
  }
  const which = election.castBefore !== null ? 'voteAgain' : election.number > 1 ? 'voteFurther' : 'voteFirst';
  return (
    <Notice tone="warn" icon="problem" role="status" title={t(which)}>
      {t(`${which}Body`, { number: election.number })}{' '}
      <Anchor underline="always" renderRoot={(props) => <Link to="/rounds/$round/declarations" params={{ round }} {...props} />}>
        {t('voteAgainGo')}
      </Anchor>
    </Notice>
  );
}
