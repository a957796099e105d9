import { useTranslation } from 'react-i18next';
import type { SheetState } from '#shared/api/applications.ts';
import type { Tone } from './state-mark.tsx';
import { StateMark } from './state-mark.tsx';

const tones: Record<SheetState, Tone> = {
  'not-assigned': 'quiet',
  empty: 'quiet',
  draft: 'quiet',
  complete: 'good',
  sealed: 'accent',
  exported: 'accent',
  returned: 'warn',
};

/** 非本人环节, 未评, 草稿, 已完成, 已封存, 已导出, 已退回. */
export function SheetStateMark({ state }: { state: SheetState }) {
  const { t } = useTranslation('terms');
  return <StateMark tone={tones[state]} icon={state} text={t(`sheetState.${state}`)} />;
}
