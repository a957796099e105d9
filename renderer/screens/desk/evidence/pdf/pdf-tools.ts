import { IconChevronDown, IconChevronUp, IconLayoutSidebar, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Tool } from '../toolbar.tsx';

type Pages = { seen: number; count: number; goTo: (page: number) => void };

/** To the page before and behind. */
export function usePageTools({ seen, count, goTo }: Pages): Tool[] {
  const { t } = useTranslation('evidence');
  return [
    { label: t('previousPage'), icon: IconChevronUp, action: 'pages', disabled: seen <= 1, act: () => goTo(seen - 1) },
    { label: t('nextPage'), icon: IconChevronDown, action: 'pages', index: 1, disabled: seen >= count, act: () => goTo(seen + 1) },
  ];
}

/** What stands beside the pages; null: nothing. */
export type Side = 'thumbnails' | 'search' | null;

/** Opens and closes what stands beside the pages. */
export function useSideTools({ side, onSide }: { side: Side; onSide: (side: Side) => void }): Tool[] {
  const { t } = useTranslation('evidence');
  const toggle = (which: 'thumbnails' | 'search') => ({
    label: t(which),
    action: which,
    on: side === which,
    act: () => onSide(side === which ? null : which),
  });
  return [
    { ...toggle('thumbnails'), icon: IconLayoutSidebar },
    { ...toggle('search'), icon: IconSearch },
  ];
}
