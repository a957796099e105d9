import { useTranslation } from 'react-i18next';
import { type Lock, opensWith } from '#shared/scoring/lock.ts';
import { Notice } from '../notice.tsx';
import { ReasonFirst } from './reason-first.tsx';

type Props = {
  lock: Lock;
  /** The reason that was given for it; null before. */
  reason: string | null;
  /** What is locked, as the button that opens it names it. */
  name: string;
  onReason: (reason: string) => void;
};

/** Why something can't be changed, and what opens it; nothing where it is open. */
export function LockNotice({ lock, reason, name, onReason }: Props) {
  const { t } = useTranslation('desk');
  if (opensWith(lock, reason)) {
    return null;
  }
  switch (lock.kind) {
    case 'open':
      return null;
    case 'reason':
      return <ReasonFirst code={name} returnReason={null} onReason={onReason} />;
    case 'returned':
      return <ReasonFirst code={name} returnReason={lock.reason} onReason={onReason} />;
    case 'held':
      return <Quiet text={t('heldBody')} />;
    case 'complete':
      return <Quiet text={t('completeBody')} />;
    case 'not-mine':
      return <Quiet text={t('notMineBody')} />;
  }
}

function Quiet({ text }: { text: string }) {
  return (
    <Notice tone="quiet" icon="locked" role="note">
      {text}
    </Notice>
  );
}
