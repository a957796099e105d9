import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconFileText, IconQuote, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Citation } from '#shared/domain/sheet.ts';
import type { OpenEvidence } from './open-evidence.ts';

type Props = { citations: readonly Citation[]; evidence: OpenEvidence; onChange: (citations: Citation[]) => void };

/** The pages and files cited for an item; each opens on the left. */
export function Citations({ citations, evidence, onChange }: Props) {
  const { t } = useTranslation('desk');
  const { current } = evidence;
  const nameOf = (citation: Pick<Citation, 'sha256' | 'page'>) => {
    const name = evidence.nameOf(citation.sha256);
    return citation.page === null ? name : t('citationPage', { name, page: citation.page });
  };
  const already = current !== null && citations.some((one) => one.sha256 === current.sha256 && one.page === current.page);
  return (
    <div role="group" aria-label={t('citations')}>
      <Group gap={6}>
        <Text size="sm" c="dimmed">
          {citations.length === 0 ? t('noCitations') : t('citations')}
        </Text>
        {citations.map((citation) => (
          <Group gap={0} key={`${citation.sha256} ${citation.page ?? ''}`} wrap="nowrap">
            <Button
              size="compact-md"
              variant="light"
              leftSection={<IconFileText size={16} aria-hidden />}
              aria-label={t('openCitation', { name: nameOf(citation) })}
              onClick={() => evidence.open({ sha256: citation.sha256, page: citation.page })}
              maw={260}
            >
              {nameOf(citation)}
            </Button>
            <ActionIcon
              variant="subtle"
              aria-label={t('removeCitation', { name: nameOf(citation) })}
              onClick={() => onChange(citations.filter((one) => one !== citation))}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconQuote size={16} aria-hidden />}
          disabled={current === null || already}
          title={current === null ? t('citeDisabled') : nameOf(current)}
          onClick={() => {
            if (current !== null) {
              onChange([...citations, { sha256: current.sha256, page: current.page, region: null, note: '' }]);
            }
          }}
        >
          {current === null || current.page !== null ? t('cite') : t('citeFile')}
        </Button>
      </Group>
    </div>
  );
}
