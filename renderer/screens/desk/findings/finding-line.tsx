import { Button, Group, Text } from '@mantine/core';
import { IconArrowUpLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wrapping } from '../../../parts/wrapping.ts';
import { findingSentence } from '#shared/checks/sentences.ts';
import type { Finding } from '#shared/domain/finding.ts';
import { useLanguage } from '../../../app/language.ts';
import type { OpenEvidence } from '../open-evidence.ts';
import styles from './findings.module.css';
import { VerdictMark } from './verdict-mark.tsx';

/** As many places as fit a line or two; a list of twenty experts proves itself by its first rows, too. */
const shownPlaces = 3;

/** One finding: its verdict, what was found and required in words, the clause, and each place that proves it as a button. */
export function FindingLine({ finding, evidence }: { finding: Finding; evidence: OpenEvidence }) {
  const { t } = useTranslation('sheet');
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const places = all ? finding.where : finding.where.slice(0, shownPlaces);
  return (
    <li className={styles['finding']}>
      <VerdictMark verdict={finding.verdict} />
      <div className={styles['said']}>
        {finding.item !== null && <strong className="numbers">{finding.item} </strong>}
        {findingSentence(finding, language)}{' '}
        <Text span size="sm" c="var(--quiet)">
          {finding.clause}
        </Text>
        {finding.where.length > 0 && (
          <Group gap={4} mt={2}>
            {places.map((place, index) => (
              <Button
                // The same place may prove two things of one finding.
                key={`${place.source} ${index}`}
                size="compact-sm"
                variant="subtle"
                px={6}
                // In a narrow sheet a long place takes two lines rather than being cut.
                {...wrapping}
                mih={26}
                leftSection={<IconArrowUpLeft size={14} aria-hidden />}
                aria-label={t('openProof', { place: place.source })}
                onClick={() => evidence.openProof(place)}
              >
                {place.source}
              </Button>
            ))}
            {places.length < finding.where.length && (
              <Button size="compact-sm" variant="subtle" px={6} onClick={() => setAll(true)}>
                {t('moreProofs', { count: finding.where.length - places.length })}
              </Button>
            )}
          </Group>
        )}
      </div>
    </li>
  );
}
