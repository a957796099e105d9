import { Anchor, CloseButton, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import type { Missing } from '#shared/scoring/completeness.ts';
import { slotKey } from '#shared/scoring/slots.ts';
import { useLanguage } from '../../app/language.ts';
import { Notice } from '../notice.tsx';
import styles from './answering.module.css';

type Props = { missing: readonly Missing[]; onGo: (slotKey: string) => void; onClose: () => void };

/** What is in the way of completing the sheet, each a way to its place; it shrinks as one goes and stays until it is closed. */
export function MissingPanel({ missing, onGo, onClose }: Props) {
  const { t } = useTranslation('sheet');
  const { t: term } = useTranslation('terms');
  const { t: p } = useTranslation('parts');
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector<HTMLElement>('li button')?.focus(), []);
  return (
    <div ref={list} className={styles['missing']} role="region" aria-label={t('toComplete')} data-missing>
      <Notice tone={missing.length === 0 ? 'good' : 'warn'} icon={missing.length === 0 ? 'done' : 'problem'} role="note">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <strong>{missing.length === 0 ? t('missingNone') : t('missingTitle', { count: missing.length })}</strong>
          <CloseButton aria-label={p('close')} onClick={onClose} />
        </Group>
        <ul className={styles['missingList']}>
          {missing.map(({ slot, refusal }) => (
            <li key={slotKey(slot)}>
              <Anchor component="button" type="button" onClick={() => onGo(slotKey(slot))} ta="start">
                {slot.item}
                {slot.occupation !== null && ` · ${slot.occupation}`}
                {slot.levelGroup !== null && ` · ${term(`levelGroup.${slot.levelGroup}`)}`}
              </Anchor>{' '}
              {refusal.code === 'sheet/blank' ? t('missingBlank') : refusalSentence(refusal, language)}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
