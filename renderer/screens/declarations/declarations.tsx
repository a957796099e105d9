import { Button, Group, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconLogin2, IconSignature } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeclarationsView } from '#shared/api/declarations.ts';
import { useCore } from '../../app/core.tsx';
import { useLanguage } from '../../app/language.ts';
import { dateAndTime } from '../../parts/format.ts';
import { Page } from '../../parts/page.tsx';
import { Pending } from '../../parts/pending.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { ConflictTable } from './conflict-table.tsx';
import styles from './declarations.module.css';
import { Election } from './election.tsx';
import { openSteps } from '../../parts/declarations/open-steps.ts';
import { useKeepDeclarations } from './use-keep-declarations.ts';

const route = getRouteApi('/rounds/$round');

/** 签到与承诺: what an expert says before anything of an applicant can be opened. */
export function Declarations() {
  const { t } = useTranslation('declarations');
  const { api } = useCore();
  const { round } = route.useParams();
  const found = useQuery(api.declarations.get.queryOptions({ input: { round } }));
  if (found.data === undefined) {
    return (
      <Page title={t('title')}>
        <Pending error={found.error}>
          <Skeleton h={320} />
        </Pending>
      </Page>
    );
  }
  const open = openSteps(found.data).length;
  return (
    <Page
      title={t('title')}
      lead={open === 0 ? t('leadDone') : found.data.asked ? t('leadOpen', { count: open }) : t('leadPractice')}
      action={
        (open === 0 || !found.data.asked) && (
          <Button renderRoot={(props) => <Link to="/rounds/$round/applications" params={{ round }} search={{}} {...props} />}>
            {t('toReview')}
          </Button>
        )
      }
    >
      <SignIn round={round} view={found.data} />
      <Commitment round={round} view={found.data} />
      <Step title={t('conflicts')} done={!openSteps(found.data).includes('conflicts')}>
        <Text c="dimmed">{t('conflictsHint')}</Text>
        <ConflictTable round={round} applicants={found.data.applicants} />
      </Step>
      {found.data.election !== null && (
        <Step title={t('election')} done={found.data.election.castAt !== null || !found.data.election.votes}>
          <Election round={round} election={found.data.election} />
        </Step>
      )}
    </Page>
  );
}

function SignIn({ round, view }: { round: string; view: DeclarationsView }) {
  const { t } = useTranslation('declarations');
  const { api } = useCore();
  const language = useLanguage();
  const keep = useKeepDeclarations(round);
  const [place, setPlace] = useState('');
  const signIn = useMutation(api.declarations.signIn.mutationOptions({ onSuccess: keep }));
  const { signedIn } = view;
  return (
    <Step title={t('signIn')} done={signedIn !== null}>
      {signedIn === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            signIn.mutate({ round, place: place.trim() });
          }}
        >
          <Group align="flex-end">
            <TextInput label={t('place')} required w={320} value={place} onChange={(event) => setPlace(event.currentTarget.value)} />
            <Button
              type="submit"
              leftSection={<IconLogin2 size={18} aria-hidden />}
              disabled={place.trim() === ''}
              loading={signIn.isPending}
            >
              {t('signInAct')}
            </Button>
          </Group>
        </form>
      ) : (
        <Text>
          {t('signedIn', { time: dateAndTime(signedIn.at, language) })} · {signedIn.text}
        </Text>
      )}
      <RefusalNote error={signIn.error} />
    </Step>
  );
}

function Commitment({ round, view }: { round: string; view: DeclarationsView }) {
  const { t } = useTranslation('declarations');
  const { api } = useCore();
  const language = useLanguage();
  const keep = useKeepDeclarations(round);
  const accept = useMutation(api.declarations.accept.mutationOptions({ onSuccess: keep }));
  const { commitment } = view;
  if (commitment === null) {
    return (
      <Step title={t('commitment')} done>
        <Text>{t('noCommitment')}</Text>
      </Step>
    );
  }
  return (
    <Step title={t('commitment')} done={commitment.accepted !== null}>
      <Text className={styles['commitment'] ?? ''}>{commitment.text}</Text>
      {commitment.accepted === null ? (
        <Group>
          <Button leftSection={<IconSignature size={18} aria-hidden />} loading={accept.isPending} onClick={() => accept.mutate({ round })}>
            {t('accept')}
          </Button>
          <Text c="dimmed">{t('acceptHint')}</Text>
        </Group>
      ) : (
        <Text>{t('accepted', { time: dateAndTime(commitment.accepted.at, language) })}</Text>
      )}
      <RefusalNote error={accept.error} />
    </Step>
  );
}

function Step({ title, done, children }: { title: string; done: boolean; children: ReactNode }) {
  const { t } = useTranslation('declarations');
  return (
    <section>
      <Stack gap="xs">
        <Group gap="sm">
          <Title order={2}>{title}</Title>
          {done && <StateMark tone="good" icon="complete" text={t('doneMark')} />}
        </Group>
        {children}
      </Stack>
    </section>
  );
}
