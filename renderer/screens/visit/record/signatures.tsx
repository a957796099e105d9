import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '#shared/api/visit.ts';
import { evidenceUrl } from '../../../app/files.ts';
import { useLanguage } from '../../../app/language.ts';
import { dateAndTime } from '../../../parts/format.ts';
import { StateMark } from '../../../parts/state-mark.tsx';
import styles from '../visit.module.css';

type Props = { signatures: VisitView['visit']['signatures']; changed: VisitView['changed'] };

/** Who signed; a signature that no longer holds is struck and says why, and stays. */
export function Signatures({ signatures, changed }: Props) {
  const { t } = useTranslation('visit');
  const language = useLanguage();
  if (signatures.length === 0) {
    return <Text c="dimmed">{t('noSignatures')}</Text>;
  }
  return (
    <ul className={styles['signatures']}>
      {signatures.map((one) => {
        const parts = changed[one.id] ?? [];
        const isVoid = parts.length > 0;
        return (
          <li key={one.id} className={styles['signature']} data-void={isVoid ? '' : undefined} data-signature={one.role}>
            {one.image === null ? (
              <span className={styles['handwriting']}>{t('onPaper')}</span>
            ) : (
              <img className={styles['handwriting']} src={evidenceUrl(one.image)} alt={`${t('sign')} ${one.name}`} />
            )}
            <div>
              <div>
                <span className={styles['signer']}>{one.name}</span> · {t(`role_${one.role}`)}
              </div>
              <div className="numbers">{t('signedAt', { time: dateAndTime(one.signedAt, language) })}</div>
              {one.note !== '' && <div>{one.note}</div>}
              {isVoid ? (
                <StateMark
                  tone="bad"
                  icon="problem"
                  text={t('void', { parts: parts.map((part) => t(`part_${part}`)).join(language === 'zh' ? '、' : ', ') })}
                />
              ) : (
                <StateMark tone="good" icon="saved" text={t('holds')} />
              )}
              <div className={styles['hash']}>{t('shownHash', { hash: one.shown })}</div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
