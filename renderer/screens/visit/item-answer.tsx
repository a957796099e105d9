import { Button, Stack, Textarea, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '#shared/api/visit.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import type { Answer } from '#shared/domain/sheet.ts';
import type { Comparison } from '#shared/domain/visit.ts';
import { typeNumber } from '#shared/scoring/typing.ts';
import { agreement, type Declared } from '#shared/visit/comparisons.ts';
import { GateOpinion } from '../../parts/answering/gate-opinion.tsx';
import type { Line } from '../../parts/answering/sheet-model.ts';
import type { Answering } from '../../parts/answering/use-answering.ts';
import { ItemValue } from './item-value.tsx';
import { ItemPhotos } from './photos/item-photos.tsx';
import { reasonWords } from './reason-words.ts';
import type { VisitAddress } from './use-visit.ts';
import styles from './visit.module.css';

type Props = {
  address: VisitAddress;
  line: Line;
  answering: Answering;
  visit: VisitView;
  declared: readonly Declared[];
  reason: string | null;
  besideLocked: boolean;
  comparisons: readonly Comparison[];
  onAdopt: () => void;
};

/** What is written at an item of the visit: its value, the photos that show it, a comment. */
export function ItemAnswer({ address, line: { item }, answering, visit, declared, reason, besideLocked, comparisons, onAdopt }: Props) {
  const { t } = useTranslation('visit');
  const { answer, change, scored, locked } = answering;
  // The fields keep their own text; adopting gives them a new one.
  const [adoptions, setAdoptions] = useState(0);
  const mine = new Set(visit.visit.photos.flatMap(({ sha256, removed }) => (removed === null ? [sha256] : [])));
  const photos = answer.evidence.flatMap(({ sha256 }) => (mine.has(sha256) ? [sha256] : []));
  const lacksPhoto = item.photos === 'required' && photos.length === 0;
  return (
    <fieldset disabled={locked} className={styles['fields']}>
      <legend>
        <VisuallyHidden>{item.text}</VisuallyHidden>
      </legend>
      <Stack gap="sm">
        {item.comparisons !== undefined && (
          <AdoptShare
            {...{ item, answering, comparisons }}
            onAdopt={() => {
              onAdopt();
              setAdoptions(adoptions + 1);
            }}
          />
        )}
        <ItemValue key={adoptions} item={item} answer={answer} declared={declared} photos={photos} onChange={change} />
        <PointsReason scored={scored} />
        <GateOpinion item={item} answer={answer} onVerdict={(verdict) => change((before) => ({ ...before, verdict }), 'chosen')} />
        <ItemPhotos
          {...{ address, visit, photos, reason }}
          code={item.code}
          required={lacksPhoto}
          locked={locked || besideLocked}
          onAttach={(added) => change((before) => withPhotos(before, added), 'chosen')}
          onDetach={(sha256) =>
            change((before) => ({ ...before, evidence: before.evidence.filter((one) => one.sha256 !== sha256) }), 'chosen')
          }
        />
        <Textarea
          label={lacksPhoto ? t('commentPhoto') : scored.ok && scored.value.commentMissing ? t('commentReason') : t('comment')}
          autosize
          minRows={1}
          maxRows={8}
          value={answer.comment}
          onChange={(event) => {
            const comment = event.currentTarget.value;
            change((before) => ({ ...before, comment }), 'typed');
          }}
        />
      </Stack>
    </fieldset>
  );
}

type AdoptProps = { item: RubricItem; answering: Answering; comparisons: readonly Comparison[]; onAdopt: () => void };

/** Takes what the comparisons came to as the value. */
function AdoptShare({ item, answering: { answer, change, locked }, comparisons, onAdopt }: AdoptProps) {
  const { t } = useTranslation('visit');
  const share = agreement(comparisons);
  if (share === null) {
    return null;
  }
  const isAdopted = sameShare(answer, share);
  return (
    <Button
      h={44}
      variant={isAdopted ? 'light' : 'filled'}
      disabled={locked || isAdopted}
      onClick={() => {
        onAdopt();
        change((before) => withShare(item, before, share), 'chosen');
      }}
    >
      {isAdopted ? `${t('adopted')} ${share.count}/${share.of}` : t('adopt', { agree: share.count, of: share.of })}
    </Button>
  );
}

/** How the rule comes to its points, in words. */
function PointsReason({ scored }: Pick<Answering, 'scored'>) {
  const { t } = useTranslation('visit');
  const { t: desk } = useTranslation('desk');
  const words = scored.ok && scored.value.reason !== null ? reasonWords(scored.value.reason, t) : [];
  return words.length === 0 ? null : (
    <div className={styles['reason']} role="status" aria-label={desk('points')}>
      {words.map((line) => (
        <div key={line} className="numbers">
          {line}
        </div>
      ))}
    </div>
  );
}

/** The answer with photos more, each once. */
function withPhotos(before: Answer, added: readonly string[]): Answer {
  const cited = new Set(before.evidence.map(({ sha256 }) => sha256));
  const fresh = added.filter((sha256) => !cited.has(sha256)).map((sha256) => ({ sha256, page: null, region: null, note: '' }));
  return { ...before, evidence: [...before.evidence, ...fresh] };
}

/** The answer with a share as the item's value. */
function withShare({ rule }: RubricItem, before: Answer, { count, of }: { count: string; of: string }): Answer {
  return rule === undefined || rule.kind === 'parts' ? before : typeNumber(before, { whole: rule, rule, part: null }, { count, of });
}

function sameShare({ value }: Answer, share: { count: string; of: string }): boolean {
  return value?.kind === 'ratio' && value.count === share.count && value.of === share.of;
}
