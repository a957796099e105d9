import { Button, Card, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportOutcome } from '#shared/api/rounds.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import { useLanguage } from '../app/language.ts';
import { Fingerprint } from './fingerprint.tsx';
import type { Tone } from './state-mark.tsx';
import { StateMark } from './state-mark.tsx';

const tones: Record<ImportOutcome['outcome'], Tone> = {
  taken: 'good',
  read: 'warn',
  unchanged: 'quiet',
  superseded: 'quiet',
  'set-aside': 'warn',
  refused: 'bad',
  'needs-trust': 'warn',
};

type Props = { outcomes: readonly ImportOutcome[]; onTrust?: (keyId: string) => void };

/** What became of each file, in a sentence; for a round from a chair not met before, the fingerprint to compare. */
export function ImportOutcomes({ outcomes, onTrust }: Props) {
  const { t } = useTranslation('parts');
  const language = useLanguage();
  if (outcomes.length === 0) {
    return null;
  }
  return (
    <Stack gap="xs" role="status" aria-label={t('outcomes')}>
      <List listStyleType="none" spacing={4}>
        {outcomes.map((outcome) => (
          <List.Item key={outcome.file}>
            <StateMark
              tone={tones[outcome.outcome]}
              icon={tones[outcome.outcome] === 'good' ? 'saved' : tones[outcome.outcome] === 'quiet' ? 'complete' : 'problem'}
              text={t(`outcome_${outcome.outcome}`)}
            />{' '}
            <Text span fw={600}>
              {outcome.file}
            </Text>
            {outcome.refusal !== null && <Text c="var(--bad)">{refusalSentence(outcome.refusal, language)}</Text>}
          </List.Item>
        ))}
      </List>
      {signersOf(outcomes).map((signer) => (
        <Card key={signer.keyId} withBorder>
          <Stack gap="xs">
            <Title order={2}>{t('trustTitle')}</Title>
            <Text>{t('trustBody', { name: signer.name, organisation: signer.organisation })}</Text>
            <Text size="xl" fw={600}>
              <Fingerprint groups={signer.fingerprint} />
            </Text>
            <div>
              <Button onClick={() => onTrust?.(signer.keyId)}>{t('trustAccept')}</Button>
            </div>
          </Stack>
        </Card>
      ))}
    </Stack>
  );
}

function signersOf(outcomes: readonly ImportOutcome[]) {
  const found = outcomes.flatMap((outcome) => (outcome.outcome === 'needs-trust' && outcome.signer !== null ? [outcome.signer] : []));
  return found.filter((signer, index) => found.findIndex((other) => other.keyId === signer.keyId) === index);
}
