import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { answerSchema, slotSchema } from '#shared/domain/sheet.ts';
import { methodSchema } from '#shared/domain/values.ts';
import { markSchema, visitRecordSchema } from '#shared/domain/visit.ts';
import { useLanguage } from '../../../app/language.ts';
import { dateAndTime } from '../../../parts/format.ts';
import styles from '../visit.module.css';

const statementSchema = z.object({
  methods: z.array(methodSchema),
  record: visitRecordSchema,
  scores: z.array(
    z.object({ ...slotSchema.shape, ...answerSchema.pick({ value: true, points: true, comment: true, measurements: true }).shape }),
  ),
  photos: z.array(z.object({ sha256: z.string(), caption: z.string(), marks: z.array(markSchema) })),
});

/** The statement to be signed, made from nothing but its own text: what is read here is what the hash is of. */
export function StatementText({ statement }: { statement: string }) {
  const { t } = useTranslation('visit');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { methods, record, scores, photos } = statementSchema.parse(JSON.parse(statement));
  const time = (instant: string | null) => (instant === null ? t('none') : dateAndTime(instant, language));
  const list = (words: readonly string[]) => (words.length === 0 ? t('none') : words.join(language === 'zh' ? '、' : ', '));
  return (
    <div className={styles['statement']} role="region" aria-label={t('signTitle')}>
      <dl className={styles['facts']}>
        <dt>{t('from')}</dt>
        <dd className="numbers">{time(record.from)}</dd>
        <dt>{t('to')}</dt>
        <dd className="numbers">{time(record.to)}</dd>
        <dt>{t('place')}</dt>
        <dd>{record.place === '' ? t('none') : record.place}</dd>
        <dt>{t('panelMembers')}</dt>
        <dd>{list(record.panelMembers)}</dd>
        <dt>{t('applicantMembers')}</dt>
        <dd>{list(record.applicantMembers)}</dd>
        <dt>{t('methods')}</dt>
        <dd>{list(methods.map((method) => term(`method.${method}`)))}</dd>
        <dt>{t('objections')}</dt>
        <dd>{record.objections === '' ? t('none') : record.objections}</dd>
        {record.comparisons.length > 0 && (
          <>
            <dt>{t('comparisons')}</dt>
            <dd>
              {record.comparisons.map((one) => (
                <div key={one.id}>
                  {one.subject}: {one.declared} / {one.found} · {t(one.agrees ? 'agrees' : 'differs')}
                </div>
              ))}
            </dd>
          </>
        )}
      </dl>
      <h3>{t('scores')}</h3>
      <ul className={styles['scores']}>
        {scores.map((score) => (
          <li key={`${score.item} ${score.occupation ?? ''} ${score.levelGroup ?? ''}`}>
            <span>
              <strong>{score.item}</strong> {score.occupation}
              {(score.measurements?.length ?? 0) > 0 &&
                ` · ${t('measured', {
                  list: (score.measurements ?? [])
                    .map((one) => `${one.label} ${one.number ?? '–'}${one.of === null ? '' : `/${one.of}`} ${one.unit}`.trim())
                    .join('; '),
                })}`}
              {score.comment !== '' && ` · ${score.comment}`}
            </span>
            <span className="numbers">{score.points ?? '–'}</span>
          </li>
        ))}
      </ul>
      <h3>
        {t('allPhotos')} <span className="numbers">{t('photoCount', { count: photos.length })}</span>
      </h3>
      <ul className={styles['hash']}>
        {photos.map((photo) => (
          <li key={photo.sha256}>
            {photo.caption} {photo.sha256.slice(0, 16)}… · {t('marks')} {photo.marks.length}
          </li>
        ))}
      </ul>
    </div>
  );
}
