import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Finding } from '#shared/domain/finding.ts';
import type { Verdict } from '#shared/domain/values.ts';
import type { OpenEvidence } from '../open-evidence.ts';
import { FindingLine } from './finding-line.tsx';
import styles from './findings.module.css';
import { VerdictMark } from './verdict-mark.tsx';

/** What wants a look, worst first. */
const counted: readonly Verdict[] = ['not-met', 'doubtful', 'verify-on-site'];

/** What the checks say of the applicant as a whole and belongs to no item: how much of it in one line, all of it when opened. */
export function GeneralFindings({ findings, evidence }: { findings: readonly Finding[]; evidence: OpenEvidence }) {
  const { t } = useTranslation('sheet');
  const { t: term } = useTranslation('terms');
  // On a small screen the line says enough: what one writes must stay in view.
  const roomy = useMediaQuery('(min-width: 801px) and (min-height: 900px)', false, { getInitialValueInEffect: false });
  const open = findings.filter(({ verdict }) => counted.includes(verdict));
  const fine = findings.length - open.length;
  if (findings.length === 0) {
    return null;
  }
  return (
    <details className={styles['general']} open={roomy && open.some(({ verdict }) => verdict === 'not-met')}>
      <summary>
        {open.length === 0 ? t('generalNone') : t('general')}{' '}
        {counted.map((verdict) => {
          const count = open.filter((finding) => finding.verdict === verdict).length;
          return count === 0 ? null : <VerdictMark key={verdict} verdict={verdict} text={`${term(`verdict.${verdict}`)} ${count}`} />;
        })}
      </summary>
      {/* Scrolls by itself, so that the items keep their place. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={styles['generalList']} tabIndex={0} role="group" aria-label={t('general')}>
        <ul className={styles['list']}>
          {open.map((finding, index) => (
            <FindingLine key={`${finding.code} ${finding.occupation ?? ''} ${index}`} finding={finding} evidence={evidence} />
          ))}
        </ul>
        {fine > 0 && open.length > 0 && <p className={styles['fine']}>{t('alsoMet', { count: fine })}</p>}
      </div>
    </details>
  );
}
