import { IconArrowAutofitHeight, IconArrowAutofitWidth, IconRotateClockwise, IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Tool } from '../toolbar.tsx';
import type { Turns } from './region.ts';
import { turnsOf } from './region.ts';
import type { useZoom } from './use-zoom.ts';

type Props = { zoom: ReturnType<typeof useZoom>; turns: Turns; onTurns: (turns: Turns) => void };

/** What pages and pictures have in common: zoom, fit, rotate. */
export function useZoomTools({ zoom, turns, onTurns }: Props): Tool[] {
  const { t } = useTranslation('evidence');
  return [
    { label: t('zoomOut'), icon: IconZoomOut, key: '-', act: () => zoom.zoomBy(-1) },
    { label: t('zoomIn'), icon: IconZoomIn, key: '+', act: () => zoom.zoomBy(1) },
    { label: t('fitWidth'), icon: IconArrowAutofitWidth, key: 'w', on: zoom.fit === 'width', act: () => zoom.setFit('width') },
    { label: t('fitPage'), icon: IconArrowAutofitHeight, key: 'f', on: zoom.fit === 'page', act: () => zoom.setFit('page') },
    { label: t('rotate'), icon: IconRotateClockwise, key: 'r', act: () => onTurns(turnsOf(turns + 1)) },
  ];
}
