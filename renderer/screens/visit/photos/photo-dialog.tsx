import { Anchor, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '#shared/api/visit.ts';
import type { Mark, VisitPhoto } from '#shared/domain/visit.ts';
import { evidenceUrl } from '../../../app/files.ts';
import { useLanguage } from '../../../app/language.ts';
import { clockTime } from '../../../parts/format.ts';
import { Dialog } from '../../../parts/dialog.tsx';
import { RefusalNote } from '../../../parts/refusal-note.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';
import { useSetLayer, type VisitAddress } from '../use-visit.ts';
import styles from '../visit.module.css';
import { markBetween } from './mark-geometry.ts';
import { MarksLayer } from './marks-layer.tsx';
import { PhotoFacts } from './photo-facts.tsx';

type Props = {
  address: VisitAddress;
  visit: Pick<VisitView, 'flags'> & { readonly visit: Pick<VisitView['visit'], 'photos'> };
  /** Which photo is open; null: none. */
  sha256: string | null;
  reason: string | null;
  locked: boolean;
  action: ReactNode;
  onClose: () => void;
};

/** A photo large, with its marks, its caption and what it says of itself. */
export function PhotoDialog({ sha256, onClose, ...rest }: Props) {
  const photo = rest.visit.visit.photos.find((one) => one.sha256 === sha256);
  return (
    <Dialog opened={photo !== undefined} onClose={onClose} title={photo?.caption === '' ? photo.name : (photo?.caption ?? '')} size="xl">
      {photo !== undefined && <Photo key={photo.sha256} photo={photo} {...rest} />}
    </Dialog>
  );
}

const kinds = ['arrow', 'box', 'text'] as const;

function Photo({ photo, address, visit, reason, locked, action }: Omit<Props, 'sha256' | 'onClose'> & { photo: VisitPhoto }) {
  const { t } = useTranslation('visit');
  const { t: desk } = useTranslation('desk');
  const language = useLanguage();
  const setLayer = useSetLayer(address);
  const [layer, setOwn] = useState({ caption: photo.caption, marks: photo.marks, removed: photo.removed });
  const [drawing, setDrawing] = useState<Mark['kind']>('arrow');
  const [text, setText] = useState('');
  const [failed, setFailed] = useState(false);
  const keep = useDebouncedCallback(
    (next: typeof layer) => {
      setLayer.mutate({ ...address, reason, photo: photo.sha256, ...next });
    },
    { delay: 300, flushOnUnmount: true },
  );
  const change = (next: Partial<typeof layer>) => {
    const whole = { ...layer, ...next };
    setOwn(whole);
    keep(whole);
  };
  const isReady = canDraw(drawing, text);
  return (
    <Stack gap="sm">
      <div className={styles['photo']}>
        {failed ? (
          <Text p="md">{t('cannotShow')}</Text>
        ) : (
          <img src={evidenceUrl(photo.screenCopy ?? photo.sha256)} alt={photo.name} onError={() => setFailed(true)} />
        )}
        <MarksLayer
          marks={layer.marks}
          drawing={isReady ? drawing : null}
          text={text}
          locked={locked}
          onChange={(marks) => change({ marks })}
        />
      </div>
      {!locked && (
        <MarkTools
          {...{ drawing, text }}
          onDrawing={setDrawing}
          onText={setText}
          onAdd={(mark) => change({ marks: [...layer.marks, mark] })}
        />
      )}
      <TextInput
        label={t('caption')}
        value={layer.caption}
        disabled={locked}
        maxLength={200}
        onChange={(event) => change({ caption: event.currentTarget.value })}
      />
      <PhotoFacts photo={photo} flags={visit.flags[photo.sha256] ?? []} />
      <RefusalNote error={setLayer.error} />
      <div role="status">
        {setLayer.isPending && <StateMark tone="quiet" icon="saving" text={desk('saving')} />}
        {setLayer.isSuccess && (
          <StateMark
            tone="good"
            icon="saved"
            text={desk('savedAt', { time: clockTime(new Date(setLayer.submittedAt).toISOString(), language) })}
          />
        )}
      </div>
      {layer.removed !== null && <StateMark tone="warn" icon="problem" text={t('removed', { reason: layer.removed })} />}
      <Group gap="sm" align="flex-end">
        <Anchor href={evidenceUrl(photo.sha256)} target="_blank" rel="noreferrer" className={styles['tall'] ?? ''}>
          {t('original')}
        </Anchor>
        {action}
        {!locked && <TakingOut removed={layer.removed} onChange={(removed) => change({ removed })} />}
      </Group>
    </Stack>
  );
}

function canDraw(drawing: Mark['kind'], text: string): boolean {
  return drawing !== 'text' || text.trim() !== '';
}

type MarkToolsProps = {
  drawing: Mark['kind'];
  text: string;
  onDrawing: (kind: Mark['kind']) => void;
  onText: (text: string) => void;
  onAdd: (mark: Mark) => void;
};

/** What is drawn next; a mark can be put in the middle without drawing it, too. */
function MarkTools({ drawing, text, onDrawing, onText, onAdd }: MarkToolsProps) {
  const { t } = useTranslation('visit');
  return (
    <>
      <Group gap="sm" align="flex-end" role="group" aria-label={t('marks')}>
        <SegmentedControl
          size="md"
          aria-label={t('marks')}
          value={drawing}
          onChange={(value) => onDrawing(kinds.find((kind) => kind === value) ?? 'arrow')}
          data={kinds.map((kind) => ({ value: kind, label: t(kind) }))}
        />
        {drawing === 'text' && (
          <TextInput label={t('markText')} value={text} maxLength={100} onChange={(event) => onText(event.currentTarget.value)} />
        )}
        <Button
          variant="default"
          h={44}
          disabled={!canDraw(drawing, text)}
          onClick={() => onAdd(markBetween(drawing, { x: 0.35, y: 0.35 }, { x: 0.6, y: 0.6 }, text))}
        >
          {t('addMark', { kind: t(drawing) })}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('markHelp')}
      </Text>
    </>
  );
}

/** Takes the photo out with a reason, or back in. */
function TakingOut({ removed, onChange }: { removed: string | null; onChange: (removed: string | null) => void }) {
  const { t } = useTranslation('visit');
  const [why, setWhy] = useState('');
  return removed === null ? (
    <>
      <TextInput label={t('removeReason')} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
      <Button variant="default" h={44} disabled={why.trim() === ''} onClick={() => onChange(why.trim())}>
        {t('removePhoto')}
      </Button>
    </>
  ) : (
    <Button variant="default" h={44} onClick={() => onChange(null)}>
      {t('restorePhoto')}
    </Button>
  );
}
