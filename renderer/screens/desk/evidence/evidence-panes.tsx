import type { ComponentProps } from 'react';
import { EvidencePane } from './evidence-pane.tsx';
import type { Panes } from './shown.ts';
import { putShown } from './shown.ts';

type Props = Omit<ComponentProps<typeof EvidencePane>, 'shown' | 'onShown'> & { panes: Panes; onPanes: (next: Panes) => void };

/** The evidence side of the desk. */
export function EvidencePanes({ panes, onPanes, ...rest }: Props) {
  return <EvidencePane {...rest} shown={panes.shown[0]} onShown={(next) => onPanes(putShown(panes, 0, next))} />;
}
