import { Button, Group, Popover, Stack } from '@mantine/core';
import { IconClockCog, IconPlayerPause, IconPlayerPlay, IconPlayerStop, IconScreenShare } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockEvent, ClockLimits } from '#shared/domain/roadshow.ts';
import { readClock } from '#shared/roadshow/clock.ts';
import { WholeNumberField } from '../../parts/number-field.tsx';
import { ClockFace } from './clock-face.tsx';
import styles from './roadshow.module.css';

type Props = {
  round: string;
  events: readonly ClockEvent[];
  limits: ClockLimits;
  locked: boolean;
  onPress: (event: Pick<ClockEvent, 'phase' | 'action'>) => void;
  onLimits: (limits: ClockLimits) => void;
};

/** The presenter's clock with its buttons: always the same ones in the same place, so that a second tap meets no other one. */
export function ClockBar({ round, events, limits, locked, onPress, onLimits }: Props) {
  const { t } = useTranslation('roadshow');
  const reading = readClock(events, limits, 0);
  const { phase } = reading;
  const { state } = reading[phase];
  const play = <IconPlayerPlay size={18} aria-hidden />;
  return (
    <section className={styles['clock']} aria-label={t('clock')}>
      <ClockFace events={events} limits={limits} />
      <Group gap={8}>
        <div className={styles['clockFirst']}>
          {reading.talk.state === 'ready' && (
            <Button h={44} fullWidth disabled={locked} leftSection={play} onClick={() => onPress({ phase: 'talk', action: 'start' })}>
              {t('startTalk')}
            </Button>
          )}
          {state === 'running' && (
            <Button
              h={44}
              fullWidth
              variant="default"
              disabled={locked}
              leftSection={<IconPlayerPause size={18} aria-hidden />}
              onClick={() => onPress({ phase, action: 'pause' })}
            >
              {t('pause')}
            </Button>
          )}
          {state === 'paused' && (
            <Button h={44} fullWidth disabled={locked} leftSection={play} onClick={() => onPress({ phase, action: 'resume' })}>
              {t('resume')}
            </Button>
          )}
          {state === 'ended' && (
            <Button h={44} fullWidth variant="default" disabled={locked} onClick={() => onPress({ phase, action: 'start' })}>
              {t('restart')}
            </Button>
          )}
        </div>
        <Button
          h={44}
          variant={reading.talk.state === 'ready' || state === 'running' ? 'default' : 'filled'}
          disabled={locked || reading.talk.state === 'ready' || reading.questions.state !== 'ready'}
          leftSection={play}
          onClick={() => onPress({ phase: 'questions', action: 'start' })}
        >
          {t('startQuestions')}
        </Button>
        <Button
          h={44}
          variant="default"
          disabled={locked || (state !== 'running' && state !== 'paused')}
          leftSection={<IconPlayerStop size={18} aria-hidden />}
          onClick={() => onPress({ phase, action: 'end' })}
        >
          {t('end')}
        </Button>
        <Limits limits={limits} onLimits={onLimits} />
        <Button
          h={44}
          variant="subtle"
          leftSection={<IconScreenShare size={18} aria-hidden />}
          renderRoot={(props) => <Link to="/clock/$round" params={{ round }} target="_blank" {...props} />}
        >
          {t('secondScreen')}
        </Button>
      </Group>
    </section>
  );
}

function Limits({ limits, onLimits }: { limits: ClockLimits; onLimits: (limits: ClockLimits) => void }) {
  const { t } = useTranslation('roadshow');
  const [opened, setOpened] = useState(false);
  const [talk, setTalk] = useState<number | null>(Math.round(limits.talkSeconds / 60));
  const [questions, setQuestions] = useState<number | null>(Math.round(limits.questionsSeconds / 60));
  const [warning, setWarning] = useState<number | null>(limits.warningSeconds);
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus withArrow>
      <Popover.Target>
        <Button h={44} variant="subtle" leftSection={<IconClockCog size={18} aria-hidden />} onClick={() => setOpened(!opened)}>
          {t('limits')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          <WholeNumberField label={t('limitTalk')} range={{ least: 1, most: 120, unit: '分钟' }} value={talk} onChange={setTalk} />
          <WholeNumberField
            label={t('limitQuestions')}
            range={{ least: 1, most: 120, unit: '分钟' }}
            value={questions}
            onChange={setQuestions}
          />
          <WholeNumberField label={t('limitWarning')} range={{ least: 0, most: 600, unit: '秒' }} value={warning} onChange={setWarning} />
          <Button
            h={44}
            disabled={talk === null || questions === null || warning === null}
            onClick={() => {
              if (talk !== null && questions !== null && warning !== null) {
                onLimits({ talkSeconds: talk * 60, questionsSeconds: questions * 60, warningSeconds: warning });
                setOpened(false);
              }
            }}
          >
            {t('limitsKeep')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
