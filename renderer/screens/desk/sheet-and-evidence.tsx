import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SplitPane } from '../../parts/split-pane.tsx';
import { EvidenceDrawer } from './evidence-drawer.tsx';
import type { DeskEvidence } from './use-desk-evidence.ts';

type Props = {
  evidence: DeskEvidence;
  /** The open item; null while there is none. */
  code: string | null;
  pane: ReactNode;
  sheet: ReactNode;
};

/** The evidence beside the sheet, or over it where there is no room. */
export function SheetAndEvidence({ evidence, code, pane, sheet }: Props) {
  const { t } = useTranslation('desk');
  return evidence.narrow ? (
    <>
      {sheet}
      <EvidenceDrawer
        opened={evidence.drawerOpen}
        onClose={evidence.closeDrawer}
        code={code}
        evidence={evidence.evidence}
        cited={evidence.cited}
        onCite={evidence.cite}
      >
        {pane}
      </EvidenceDrawer>
    </>
  ) : (
    <SplitPane label={t('splitter')} storageKey="linping.desk-split" left={pane} right={sheet} />
  );
}
