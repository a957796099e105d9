import { IconCrop } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sameRegion } from '../../open-evidence.ts';
import type { Shown } from '../shown.ts';
import type { Tool } from '../toolbar.tsx';
import type { Mark } from './paper.tsx';
import type { Selecting } from './selecting.ts';

/** Something the sheet cites of a file: the page, null on a picture. */
export type FileMark = Mark & { readonly page: number | null };

type Props = {
  shown: Shown;
  onChange: (change: Partial<Shown>) => void;
  marks: readonly FileMark[];
  /** Takes the focus back when drawing ends. */
  onEnd: () => void;
};

/** Choosing a region of what is shown: the tool that starts it, and what each page needs to know of it. */
export function useRegion({ shown, onChange, marks, onEnd }: Props) {
  const { t } = useTranslation('evidence');
  const [selecting, setSelecting] = useState(false);
  const { drawn, target } = shown;
  const cited =
    drawn !== null && marks.some(({ page, region }) => page === drawn.page && region !== null && sameRegion(region, drawn.region));
  const end = () => {
    setSelecting(false);
    onEnd();
  };
  // A region that was cited is a mark from then on.
  useEffect(() => {
    if (cited) {
      onChange({ drawn: null });
      setSelecting(false);
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [cited]);
  const tool: Tool = {
    label: t('selectRegion'),
    icon: IconCrop,
    action: 'region',
    on: selecting,
    act: () => {
      if (selecting) {
        onChange({ drawn: null });
        end();
      } else {
        setSelecting(true);
      }
    },
  };
  /** For a page, or a picture (null). */
  const on = (page: number | null) => {
    const region = drawn !== null && drawn.page === page && !cited ? drawn.region : null;
    const choose: Selecting = {
      region,
      keyboard: page === shown.page,
      onRegion: (next) => onChange({ drawn: next === null ? null : { page, region: next } }),
      onEnd: end,
    };
    return {
      marks: marks.filter((mark) => mark.page === page),
      shown: target !== null && target.page === page && target.row === null ? { region: target.region } : null,
      drawn: region,
      selecting: selecting ? choose : null,
    };
  };
  return { tool, on, hint: selecting ? t('regionHint') : null };
}
