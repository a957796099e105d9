import { useTranslation } from 'react-i18next';
import type { Finding } from '#shared/domain/finding.ts';
import type { OpenEvidence } from '../open-evidence.ts';
import { FindingLine } from './finding-line.tsx';
import styles from './findings.module.css';

/** What the checks say of the applicant as a whole and belongs to no item: first what wants a look, in one line what is in order. */
export function GeneralFindings({ findings, evidence }: { findings: readonly Finding[]; evidence: OpenEvidence }) {
  const { t } = useTranslation('sheet');
  const open = findings.filter(({ verdict }) => verdict !== 'met' && verdict !== 'not-applicable');
  const fine = findings.length - open.length;
  if (findings.length === 0) {
    return null;
  }
  return (
    <details className={styles['general']} open={open.some(({ verdict }) => verdict === 'not-met' || verdict === 'doubtful')}>
      <summary>{open.length === 0 ? t('generalNone') : t('general', { count: open.length })}</summary>
      <ul className={styles['list']}>
        {open.map((finding, index) => (
          <FindingLine key={`${finding.code} ${finding.occupation ?? ''} ${index}`} finding={finding} evidence={evidence} />
        ))}
      </ul>
      {fine > 0 && open.length > 0 && <p className={styles['fine']}>{t('alsoMet', { count: fine })}</p>}
    </details>
  );
}
