import { Anchor, Center, Skeleton, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PreviewBlock } from '#shared/forms/preview.ts';
import { useCore } from '../../../app/core.tsx';
import { RefusalNote } from '../../../parts/refusal-note.tsx';
import styles from './evidence.module.css';
import { NotShown } from './not-shown.tsx';
import { scrollToMark } from './scroll-to-mark.ts';
import type { Target } from './shown.ts';
import type { ShownAttachment } from './view-props.ts';

type Props = { round: string; application: string; attachment: ShownAttachment; url: string; target: Target | null };

/** A Word document, a spreadsheet or a text as paragraphs and tables; the row that was asked for is marked. */
export function PreviewView({ round, application, attachment, url, target }: Props) {
  const { t } = useTranslation('evidence');
  const { api } = useCore();
  const { sha256 } = attachment;
  const { data, error } = useQuery({
    ...api.applications.preview.queryOptions({ input: { round, application, sha256 } }),
    staleTime: 'static',
    retry: false,
  });
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (data !== undefined && target !== null) {
      scrollToMark(top.current);
    }
  }, [data, target]);
  const name = attachment.name.split('/').at(-1) ?? attachment.name;
  if (error !== null) {
    return (
      <NotShown attachment={attachment} url={url}>
        <RefusalNote error={error} />
      </NotShown>
    );
  }
  if (data === undefined) {
    return <Skeleton h="60%" m="md" role="status" aria-label={t('loading')} />;
  }
  if (data.kind === 'none') {
    return <NotShown attachment={attachment} url={url} why={data.why} />;
  }
  return (
    <Stack p="md" gap="xs" ref={top} className={styles['preview']}>
      <Text size="sm" c="dimmed">
        {data.kind === 'blocks' ? t('previewNote') : t('textNote')}{' '}
        <Anchor href={url} download={name} underline="always">
          {t('saveFile')}
        </Anchor>
      </Text>
      {data.kind === 'text' ? (
        <pre className={styles['plainText']}>{data.text}</pre>
      ) : (
        <Blocks blocks={data.blocks} row={target?.row ?? null} />
      )}
      {data.kind === 'blocks' && data.blocks.length === 0 && <Center p="xl">{t('previewEmpty')}</Center>}
      {data.cut && (
        <Text role="note" fw={600}>
          {t('previewCut')}
        </Text>
      )}
    </Stack>
  );
}

function Blocks({ blocks, row }: { blocks: readonly PreviewBlock[]; row: string | null }) {
  const { t } = useTranslation('evidence');
  const markOf = (source: string) => (row !== null && row.endsWith(source) ? { 'data-marked': '', 'aria-current': 'true' as const } : {});
  return blocks.map((block, index) =>
    block.kind === 'paragraph' ? (
      <p key={block.source} {...markOf(block.source)}>
        {block.text}
      </p>
    ) : (
      // A document's tables have their order only; what scrolls must be reachable by keyboard.
      // oxlint-disable-next-line react/no-array-index-key, jsx-a11y/no-noninteractive-tabindex
      <div key={index} className={styles['previewTable']} role="region" aria-label={t('tableLabel', { number: index + 1 })} tabIndex={0}>
        <table>
          <tbody>
            {block.rows.map(({ source, cells }) => (
              <tr key={source} title={source} {...markOf(source)}>
                {cells.map(({ text, columns, rows }, column) => (
                  // oxlint-disable-next-line react/no-array-index-key -- cells have their order only
                  <td key={column} colSpan={columns} rowSpan={rows}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    ),
  );
}
