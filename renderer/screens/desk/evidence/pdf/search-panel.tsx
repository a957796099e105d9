import { ActionIcon, CloseButton, Group, Text, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { keepInFrame } from '../../../../parts/keep-in-frame.ts';
import styles from '../evidence.module.css';
import type { Hit, PdfSearch } from './use-pdf-search.ts';

type Props = {
  search: PdfSearch;
  pages: number;
  text: string;
  onText: (text: string) => void;
  onGo: (hit: number) => void;
  onClose: () => void;
};

/** Searching a PDF: what was found, page by page; Enter and Shift+Enter go through it, Escape closes. */
export function SearchPanel({ search, pages, text, onText, onGo, onClose }: Props) {
  const { t } = useTranslation('evidence');
  const list = useRef<HTMLOListElement>(null);
  const { hits, current, query, pagesRead, cut } = search;
  const reading = query.trim() !== '' && pagesRead < pages && !cut;
  useEffect(() => {
    const hit = list.current?.querySelector('[aria-current]') ?? null;
    if (list.current !== null && hit !== null) {
      keepInFrame(list.current, hit);
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- whenever it is another one
  }, [current]);
  const status =
    query.trim() === ''
      ? t('searchHint')
      : reading
        ? t('searching', { page: pagesRead, pages, count: hits.length })
        : hits.length === 0
          ? t('nothingFound')
          : t(cut ? 'foundMany' : 'found', { at: current + 1, count: hits.length });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hears the keys of what is inside
    <div
      role="search"
      className={styles['side']}
      data-wide=""
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          onClose();
        }
      }}
    >
      <div className={styles['searchTop']}>
        <TextInput
          aria-label={t('searchText')}
          placeholder={t('searchText')}
          value={text}
          // Whoever opened the search wants to type.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          rightSection={<CloseButton aria-label={t('closeSearch')} onClick={onClose} />}
          onChange={(event) => onText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault();
              onGo(current + (event.shiftKey ? -1 : 1));
            }
          }}
        />
        <Group gap={4} wrap="nowrap" justify="space-between">
          <Text size="sm" role="status" className="numbers">
            {status}
          </Text>
          <Group gap={0} wrap="nowrap">
            <ActionIcon variant="subtle" aria-label={t('previousHit')} disabled={hits.length === 0} onClick={() => onGo(current - 1)}>
              <IconChevronUp size={18} aria-hidden />
            </ActionIcon>
            <ActionIcon variant="subtle" aria-label={t('nextHit')} disabled={hits.length === 0} onClick={() => onGo(current + 1)}>
              <IconChevronDown size={18} aria-hidden />
            </ActionIcon>
          </Group>
        </Group>
      </div>
      <ol ref={list} className={styles['hits']} aria-label={t('hits')}>
        {hits.map((hit, index) => (
          <HitLine key={`${hit.page} ${hit.start}`} hit={hit} isCurrent={index === current} onGo={() => onGo(index)} />
        ))}
      </ol>
    </div>
  );
}

/** One place where it was found, with the words around it. */
function HitLine({ hit, isCurrent, onGo }: { hit: Hit; isCurrent: boolean; onGo: () => void }) {
  const { t } = useTranslation('evidence');
  return (
    <li>
      <button type="button" className={styles['hit']} aria-current={isCurrent ? 'true' : undefined} onClick={onGo}>
        <span className={styles['hitPage']}>{t('pageLabel', { page: hit.page })}</span>
        <span>
          {hit.before}
          <mark>{hit.match}</mark>
          {hit.after}
        </span>
      </button>
    </li>
  );
}
