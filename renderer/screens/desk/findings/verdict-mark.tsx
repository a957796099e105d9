import { useTranslation } from 'react-i18next';
import type { Verdict } from '#shared/domain/values.ts';
import type { MarkIcon, Tone } from '../../../parts/state-mark.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';

const looks: Readonly<Record<Verdict, { tone: Tone; icon: MarkIcon }>> = {
  met: { tone: 'good', icon: 'complete' },
  'not-met': { tone: 'bad', icon: 'problem' },
  doubtful: { tone: 'warn', icon: 'problem' },
  'verify-on-site': { tone: 'warn', icon: 'empty' },
  'not-applicable': { tone: 'quiet', icon: 'empty' },
};

/** What a check found, as icon and word; `text` where more than the verdict is said. */
export function VerdictMark({ verdict, text }: { verdict: Verdict; text?: string }) {
  const { t } = useTranslation('terms');
  return <StateMark {...looks[verdict]} text={text ?? t(`verdict.${verdict}`)} />;
}
