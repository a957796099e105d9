import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '#shared/api/sheets.ts';
import type { Slot } from '#shared/domain/sheet.ts';
import type { OpenEvidence } from '../open-evidence.ts';
import { FindingLine } from './finding-line.tsx';
import styles from './findings.module.css';
import { findingsFor } from './place-findings.ts';

type Props = { findings: SheetView['findings']; slot: Slot; evidence: OpenEvidence };

/** What the checks found at one item. */
export function ItemFindings({ findings, slot, evidence }: Props) {
  const { t } = useTranslation('sheet');
  const here = useMemo(() => findingsFor(findings, slot), [findings, slot]);
  return here.length === 0 ? null : (
    <ul className={styles['list']} aria-label={t('findingsOf', { code: slot.item })}>
      {here.map((finding) => (
        <FindingLine
          key={`${finding.code} ${finding.reason} ${finding.occupation ?? ''} ${finding.levelGroup ?? ''}`}
          finding={finding}
          evidence={evidence}
        />
      ))}
    </ul>
  );
}
