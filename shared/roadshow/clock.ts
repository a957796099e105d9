import type { ClockEvent, ClockLimits, ClockPhase } from '../domain/roadshow.ts';

export const defaultLimits: ClockLimits = { talkSeconds: 600, questionsSeconds: 600, warningSeconds: 60 };

/** What the clock shows of one phase. */
export type PhaseReading = {
  readonly state: 'ready' | 'running' | 'paused' | 'ended';
  readonly elapsedSeconds: number;
  readonly limitSeconds: number;
  /** `warning`: the last of the time; `overtime`: beyond it. */
  readonly standing: 'in-time' | 'warning' | 'overtime';
};

export type ClockReading = {
  /** The phase that is on: questions from the moment they were started. */
  readonly phase: ClockPhase;
  readonly talk: PhaseReading;
  readonly questions: PhaseReading;
};

/** What the clock shows at a moment (milliseconds since 1970), from everything that was done to it. Whole seconds, rounded down. */
export function readClock(events: readonly ClockEvent[], limits: ClockLimits, now: number): ClockReading {
  const talk = readPhase(events, { phase: 'talk', limitSeconds: limits.talkSeconds, warningSeconds: limits.warningSeconds, now });
  const questions = readPhase(events, {
    phase: 'questions',
    limitSeconds: limits.questionsSeconds,
    warningSeconds: limits.warningSeconds,
    now,
  });
  return { phase: questions.state === 'ready' ? 'talk' : 'questions', talk, questions };
}

/** Whether time is running for either phase. */
export function isRunning(events: readonly ClockEvent[]): boolean {
  const last = events.at(-1);
  return last !== undefined && (last.action === 'start' || last.action === 'resume');
}

/** Seconds as `07:32`; overtime as `+01:05`. */
export function clockFace({ elapsedSeconds, limitSeconds }: Pick<PhaseReading, 'elapsedSeconds' | 'limitSeconds'>): string {
  const left = limitSeconds - elapsedSeconds;
  const shown = Math.abs(left);
  const pad = (number: number): string => String(number).padStart(2, '0');
  return `${left < 0 ? '+' : ''}${pad(Math.floor(shown / 60))}:${pad(shown % 60)}`;
}

type PhaseRequest = { phase: ClockPhase; limitSeconds: number; warningSeconds: number; now: number };

function readPhase(events: readonly ClockEvent[], { phase, limitSeconds, warningSeconds, now }: PhaseRequest): PhaseReading {
  let state: PhaseReading['state'] = 'ready';
  let spent = 0;
  let since = 0;
  const stop = (at: number): void => {
    spent += state === 'running' ? Math.max(0, at - since) : 0;
  };
  for (const event of events) {
    const at = Date.parse(event.at);
    if (event.phase !== phase) {
      // One clock: the other phase starting is the end of this one.
      if (event.action === 'start' && state !== 'ready') {
        stop(at);
        state = 'ended';
      }
      continue;
    }
    switch (event.action) {
      case 'start':
        [state, spent, since] = ['running', 0, at];
        break;
      case 'resume':
        if (state !== 'running') {
          [state, since] = ['running', at];
        }
        break;
      case 'pause':
        stop(at);
        state = 'paused';
        break;
      case 'end':
        stop(at);
        state = 'ended';
        break;
    }
  }
  stop(now);
  const elapsedSeconds = Math.floor(spent / 1000);
  const left = limitSeconds - elapsedSeconds;
  return { state, elapsedSeconds, limitSeconds, standing: left < 0 ? 'overtime' : left <= warningSeconds ? 'warning' : 'in-time' };
}
