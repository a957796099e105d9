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
    { label: t('zoomOut'), icon: IconZoomOut, action: 'zoom', act: () => zoom.zoomBy(-1) },
    { label: t('zoomIn'), icon: IconZoomIn, action: 'zoom', index: 1, act: () => zoom.zoomBy(1) },
    { label: t('fitWidth'), icon: IconArrowAutofitWidth, action: 'fit', on: zoom.fit === 'width', act: () => zoom.setFit('width') },
    { label: t('fitPage'), icon: IconArrowAutofitHeight, action: 'fit', index: 1, on: zoom.fit === 'page', act: () => zoom.setFit('page') },
    { label: t('rotate'), icon: IconRotateClockwise, action: 'rotate', act: () => onTurns(turnsOf(turns + 1)) },
  ];
}
