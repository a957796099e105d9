import { Anchor, NativeSelect, Stack, Switch, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { attachmentClassSchema, type Attachment } from '#shared/domain/application.ts';
import { fileProblems } from '#shared/domain/file-problem.ts';
import type { PhotoFact } from '#shared/domain/facts.ts';
import { evidenceUrl } from '../../app/files.ts';
import { byteSize } from '../../parts/format.ts';
import { Notice } from '../../parts/notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { useEditing } from './editing.ts';
import styles from './intake.module.css';

/** Every file that was handed in: what it is taken for, why it can't be read, whether it travels; unreadable ones first. */
export function Attachments() {
  const { t } = useTranslation('intake');
  const { view } = useEditing();
  const { attachments } = view.now.application;
  const sorted = attachments.toSorted((a, b) => Number(a.problem === null) - Number(b.problem === null));
  return (
    <Stack gap="sm">
      {view.leftOut.length > 0 && (
        <Notice tone="warn" icon="problem" title={t('leftOutTitle')} role="note">
          {view.leftOut.map(({ name, reason }) => (
            <div key={name}>
              {name}: {t(`leftOut_${reason}`)}
            </div>
          ))}
        </Notice>
      )}
      <WideTable label={t('section_attachments')} minWidth={480}>
        <Table aria-label={t('section_attachments')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('file')}</Table.Th>
              <Table.Th>{t('f_class')}</Table.Th>
              <Table.Th>{t('travels')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sorted.map((attachment) => (
              <OneAttachment
                key={attachment.name}
                attachment={attachment}
                photo={view.photos.find((photo) => photo.attachment === attachment.sha256) ?? null}
              />
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Stack>
  );
}

function OneAttachment({ attachment, photo }: { attachment: Attachment; photo: PhotoFact | null }) {
  const { t } = useTranslation('intake');
  const { t: term } = useTranslation('terms');
  const { view, change, isLocked } = useEditing();
  const { name, sha256, problem } = attachment;
  const isForm = attachment.class === 'form';
  const travels = !view.now.refused.includes(name);
  const known = fileProblems.find((one) => one === problem);
  return (
    <Table.Tr>
      <Table.Td className={styles['fileName'] ?? ''}>
        {photo !== null && <img className={styles['thumbnail']} src={evidenceUrl(sha256)} alt="" loading="lazy" />}
        <Text fw={600}>{name}</Text>
        {problem !== null && (
          <Text size="sm" c="var(--bad)">
            {known === undefined ? problem : t(`problem_${known}`)}
          </Text>
        )}
        {photo !== null && <TakenAt photo={photo} />}
        <Text span size="sm" c="dimmed" className="numbers">
          {byteSize(attachment.bytes)}{' '}
        </Text>
        <Anchor size="sm" href={evidenceUrl(sha256)} download={name.split('/').at(-1)} aria-label={t('saveOf', { name })}>
          {t('save')}
        </Anchor>
      </Table.Td>
      <Table.Td>
        {isForm ? (
          term('attachment.form')
        ) : (
          <NativeSelect
            miw={130}
            aria-label={t('classOf', { name })}
            disabled={isLocked}
            value={attachment.class}
            data={attachmentClassSchema.options
              .filter((option) => option !== 'form')
              .map((option) => ({ value: option, label: term(`attachment.${option}`) }))}
            onChange={(event) =>
              void change({ kind: 'classify', attachment: name, class: attachmentClassSchema.parse(event.currentTarget.value) })
            }
          />
        )}
      </Table.Td>
      <Table.Td>
        {isForm ? (
          <StateMark tone="quiet" icon="complete" text={t('mustTravel')} />
        ) : (
          <Switch
            aria-label={t('travelsOf', { name })}
            label={travels ? t('travels') : t('refused')}
            disabled={isLocked}
            checked={travels}
            onChange={(event) => void change({ kind: 'travel', attachment: name, travels: event.currentTarget.checked })}
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function TakenAt({ photo: { takenAt, latitude, longitude } }: { photo: PhotoFact }) {
  const { t } = useTranslation('intake');
  if (takenAt === null && (latitude === null || longitude === null)) {
    return (
      <Text size="sm" c="dimmed">
        {t('taken')}: {t('takenUnknown')}
      </Text>
    );
  }
  return (
    <Text size="sm" className="numbers">
      {t('taken')}: {takenAt?.slice(0, 16).replace('T', ' ')}{' '}
      {latitude !== null && longitude !== null && t('place', { latitude: latitude.toFixed(5), longitude: longitude.toFixed(5) })}
    </Text>
  );
}
