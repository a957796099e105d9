import { ActionIcon, Tooltip } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import type { Icon } from '@tabler/icons-react';
import { IconColumns2, IconX } from '@tabler/icons-react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { SplitPane } from '../../../parts/split-pane.tsx';
import { evidenceKeyOf, printed } from './evidence-keys.ts';
import { EvidencePane } from './evidence-pane.tsx';
import styles from './evidence.module.css';
import type { Panes } from './shown.ts';
import { closePane, formShown, putShown, togglePanes } from './shown.ts';

type Content = Pick<ComponentProps<typeof EvidencePane>, 'round' | 'application' | 'attachments' | 'marks'>;
type Props = Content & { panes: Panes; onPanes: (change: (before: Panes) => Panes) => void };

/** From this width on two evidences fit beside each other; on less they lie one above the other. */
const besideFrom = 900;

/** The evidence side of the desk: one pane, or two to compare, each with its own place. */
export function EvidencePanes({ panes, onPanes, ...content }: Props) {
  const { t } = useTranslation('evidence');
  const { ref, width } = useElementSize();
  const [first, second] = panes.shown;
  // What is compared with a proof is mostly the form; beside the form one wants a proof.
  const partner = first.sha256 === null ? { ...formShown, sha256: content.attachments[0]?.sha256 ?? null } : formShown;
  const toggle = () => onPanes((before) => togglePanes(before, partner));
  const pane = (index: 0 | 1, shown: typeof first) => (
    <EvidencePane
      {...content}
      name={index === 0 ? 'first' : 'second'}
      label={second === undefined ? t('evidence') : t(index === 0 ? 'evidenceFirst' : 'evidenceSecond')}
      shown={shown}
      inUse={second !== undefined && panes.active === index}
      onUse={() => onPanes((before) => (before.active === index ? before : { ...before, active: index }))}
      onShown={(change) =>
        onPanes((before) => {
          const now = before.shown[index];
          const next = now === undefined ? undefined : change(now);
          return next === undefined || next === now ? before : { ...putShown(before, index, next), active: before.active };
        })
      }
    >
      {second === undefined ? (
        <PaneButton label={t('compare')} shortcut={printed({ action: 'compare', index: 0 })} icon={IconColumns2} onClick={toggle} />
      ) : (
        <PaneButton label={t('closePane')} shortcut={null} icon={IconX} onClick={() => onPanes((before) => closePane(before, index))} />
      )}
    </EvidencePane>
  );
  const keys = (event: React.KeyboardEvent) => {
    if (evidenceKeyOf(event)?.action === 'compare') {
      event.preventDefault();
      toggle();
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- hears the keys of what is inside
    <div ref={ref} className={styles['panes']} onKeyDown={keys} data-evidence="">
      <SplitPane
        direction={width >= besideFrom ? 'beside' : 'above'}
        label={t('compareSplitter')}
        storageKey="linping.evidence-split"
        first={50}
        left={pane(0, first)}
        right={second === undefined ? null : pane(1, second)}
      />
    </div>
  );
}

type ButtonProps = { label: string; shortcut: ReturnType<typeof printed> | null; icon: Icon; onClick: () => void };

function PaneButton({ label, shortcut, icon: Sign, onClick }: ButtonProps) {
  return (
    <Tooltip label={shortcut === null ? label : `${label} (${shortcut.label})`} openDelay={400}>
      <ActionIcon variant="subtle" size="lg" aria-label={label} aria-keyshortcuts={shortcut?.key} onClick={onClick}>
        <Sign size={20} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
