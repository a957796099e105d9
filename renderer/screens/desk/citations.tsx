import { ActionIcon, Button, Group, Text } from '@mantine/core';
import { IconFileText, IconQuote, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Citation } from '#shared/domain/sheet.ts';
import { useCitationName } from './citation-name.ts';
import type { OpenEvidence } from './open-evidence.ts';
import { citesSame } from './open-evidence.ts';

type Props = { citations: readonly Citation[]; evidence: OpenEvidence; onChange: (citations: Citation[]) => void };

/** The pages and files cited for an item; each opens on the left. */
export function Citations({ citations, evidence, onChange }: Props) {
  const { t } = useTranslation('desk');
  const { citation: next } = evidence;
  const nameOf = useCitationName(evidence);
  const already = next !== null && citations.some((one) => citesSame(one, next));
  return (
    <div role="group" aria-label={t('citations')}>
      <Group gap={6}>
        <Text size="sm" c="dimmed">
          {citations.length === 0 ? t('noCitations') : t('citations')}
        </Text>
        {citations.map((citation) => (
          <Group gap={0} key={JSON.stringify(citation)} wrap="nowrap">
            <Button
              size="compact-md"
              variant="light"
              leftSection={<IconFileText size={16} aria-hidden />}
              aria-label={t('openCitation', { name: nameOf(citation) })}
              onClick={() => evidence.open(citation)}
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
          disabled={next === null || already}
          title={next === null ? t('citeDisabled') : nameOf(next)}
          onClick={() => {
            if (next !== null) {
              onChange([...citations, next]);
            }
          }}
        >
          {next === null || (next.page !== null && next.region === null)
            ? t('cite')
            : next.region === null
              ? t('citeFile')
              : t('citeRegion')}
        </Button>
      </Group>
    </div>
  );
}
