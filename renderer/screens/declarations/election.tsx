import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeclarationsView } from '#shared/api/declarations.ts';
import { useCore } from '../../app/core.tsx';
import { useLanguage } from '../../app/language.ts';
import { dateAndTime } from '../../parts/format.ts';
import { useListed } from '../../parts/listed.ts';
import { Notice } from '../../parts/notice.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { useKeepDeclarations } from './use-keep-declarations.ts';

type Props = { round: string; election: NonNullable<DeclarationsView['election']> };

/** What is chosen in place of a member; no id looks like it. */
const abstaining = '-';

/** 推选组长: one ballot, cast once; what was chosen is shown nowhere afterwards. */
export function Election({ round, election: { number, reason, electors, votes, members, castAt, castBefore } }: Props) {
  const listed = useListed();
  const { t } = useTranslation('declarations');
  const { api } = useCore();
  const language = useLanguage();
  const keep = useKeepDeclarations(round);
  const [member, setMember] = useState<string | null>(null);
  const vote = useMutation(
    api.declarations.vote.mutationOptions({
      onSuccess: (next) => {
        setMember(null);
        keep(next);
      },
    }),
  );
  const opened = number > 1 && (
    <Text>
      {t('furtherBallot', { number, reason: reason ?? '' })} {t('furtherElectors', { names: listed(electors) })}
    </Text>
  );
  if (!votes) {
    return (
      <>
        {opened}
        <Text>{t('notInThisBallot')}</Text>
      </>
    );
  }
  if (castAt !== null) {
    return (
      <Text>
        {t('voted', { time: dateAndTime(castAt, language) })} {castBefore !== null && t('votedAgain')}
      </Text>
    );
  }
  const chosen = members.find(({ id }) => id === member);
  return (
    <Stack gap="sm">
      {opened}
      {castBefore !== null && (
        <Notice tone="warn" icon="problem" role="status" title={t('voteAgain')}>
          {t('voteAgainBody', { time: dateAndTime(castBefore, language) })}
        </Notice>
      )}
      <Text c="dimmed">{t('electionHint')}</Text>
      <Radio.Group aria-label={t('election')} value={member} onChange={setMember}>
        <Stack gap="xs">
          {members.map(({ id, name }) => (
            <Radio key={id} value={id} label={name} />
          ))}
          <Radio value={abstaining} label={t('abstain')} />
        </Stack>
      </Radio.Group>
      <Group>
        <Button
          leftSection={<IconMailCheck size={18} aria-hidden />}
          disabled={member === null}
          loading={vote.isPending}
          onClick={() => member !== null && vote.mutate({ round, member: member === abstaining ? null : member })}
        >
          {member === abstaining ? t('castAbstention') : chosen === undefined ? t('castFirst') : t('cast', { name: chosen.name })}
        </Button>
        <Text c="dimmed">{t('castConsequence')}</Text>
      </Group>
      <RefusalNote error={vote.error} />
    </Stack>
  );
}
