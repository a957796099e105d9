import { Button, Group, Stack, Text, Textarea, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitView } from '#shared/api/visit.ts';
import type { Application } from '#shared/domain/application.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import type { Answer } from '#shared/domain/sheet.ts';
import { gateVerdict } from '#shared/scoring/gate-verdict.ts';
import { isUnfinished, typeNumber } from '#shared/scoring/typing.ts';
import { agreement, declaredFor } from '#shared/visit/comparisons.ts';
import type { Comparison } from '#shared/domain/visit.ts';
import { useRevision } from '../../app/answers/answers-context.tsx';
import { RecheckNotice } from '../../parts/rechecks/recheck-notice.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { EntrySaving } from '../../parts/answering/entry-saving.tsx';
import { EntryValue } from '../../parts/answering/entry-value.tsx';
import { VerdictButtons } from '../../parts/answering/editors/verdict-buttons.tsx';
import type { Line } from '../../parts/answering/sheet-model.ts';
import { ItemValue } from './item-value.tsx';
import { DeclaredMark } from './measurements.tsx';
import { ItemPhotos } from './photos/item-photos.tsx';
import { reasonWords } from './reason-words.ts';
import { useAnswering } from '../../parts/answering/use-answering.ts';
import type { VisitAddress } from './use-visit.ts';
import styles from './visit.module.css';

type Props = {
  address: VisitAddress;
  line: Line;
  visit: VisitView;
  application: Application;
  /** The one given for the whole sheet, where it asks for one. */
  reason: string | null;
  /** Whether what lies beside the answers is locked: photos, comparisons. */
  besideLocked: boolean;
  comparisons: readonly Comparison[];
  /** Keeps the comparisons as they stand, beside the value that they make. */
  onAdopt: () => void;
  onFocus: () => void;
};

/** One item of the visit. Its fields start anew when another answer is there than the one given in them: taken back, or of another window. */
export function ItemCard(props: Props) {
  const { item, occupation, levelGroup } = props.line.slot;
  const revision = useRevision({ ...props.address, stage: 'visit', slot: { item, occupation, levelGroup } });
  return <Fields key={revision} {...props} />;
}

/** What is asked, what was declared, what was found, its points with the reason, its photos. */
function Fields({ address, line, visit, application, reason, besideLocked, comparisons, onAdopt, onFocus }: Props) {
  const { t } = useTranslation('visit');
  const { t: desk } = useTranslation('desk');
  const { t: term } = useTranslation('terms');
  const { item, slot, entry } = line;
  // The fields keep their own text; adopting gives them a new one.
  const [adoptions, setAdoptions] = useState(0);
  const { item: code, occupation, levelGroup } = slot;
  const place = { ...address, stage: 'visit' as const, slot: { item: code, occupation, levelGroup } };
  const { answer, change, scored, lock, locked, saving, retry, giveUp } = useAnswering({ line, address: place, reason });
  const declared = declaredFor(item, occupation, application);
  const whole = declared.find(({ label }) => label === '');
  const shown: Answer = scored.ok ? scored.value.answer : answer;
  const words = scored.ok && scored.value.reason !== null ? reasonWords(scored.value.reason, t) : [];
  const mine = new Set(visit.visit.photos.flatMap(({ sha256, removed }) => (removed === null ? [sha256] : [])));
  const photos = answer.evidence.flatMap(({ sha256 }) => (mine.has(sha256) ? [sha256] : []));
  const lacksPhoto = item.photos === 'required' && photos.length === 0;
  const byValue = answer.value === null ? null : gateVerdict(item, answer.value);
  const share = item.comparisons === undefined ? null : agreement(comparisons);
  const measured = answer.value?.kind === 'number' ? answer.value.number : null;
  return (
    <article className={styles['item']} data-slot={line.key} data-open="" id={`slot-${line.key}`} onFocusCapture={onFocus}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <div>
          <span className={styles['code']}>{item.code}</span> <span className={styles['text']}>{item.text}</span>
          {lock.kind === 'returned' && <StateMark tone="warn" icon="returned" text={desk('returnedMark')} />}
        </div>
        <Text component="div" size="xl" className={styles['points'] ?? ''}>
          <EntryValue item={item} answer={shown} />
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {[item.quantity, desk('clause', { clause: item.clause }), item.note].filter((part) => part !== undefined).join(' · ')}
      </Text>
      <RecheckNotice address={place} />
      {lock.kind === 'returned' && <Text size="sm">{desk('returnedBody', { reason: lock.reason })}</Text>}
      {lock.kind === 'held' && <StateMark tone="quiet" icon="sealed" text={desk('heldMark')} />}
      {whole !== undefined && <DeclaredMark declared={whole} found={measured} />}
      <fieldset disabled={locked} className={styles['fields']}>
        <legend>
          <VisuallyHidden>{item.text}</VisuallyHidden>
        </legend>
        <Stack gap="sm">
          {share !== null && (
            <Button
              h={44}
              variant={sameShare(answer, share) ? 'light' : 'filled'}
              disabled={locked || sameShare(answer, share)}
              onClick={() => {
                onAdopt();
                setAdoptions(adoptions + 1);
                change((before) => withShare(item, before, share), 'chosen');
              }}
            >
              {sameShare(answer, share) ? `${t('adopted')} ${share.count}/${share.of}` : t('adopt', { agree: share.count, of: share.of })}
            </Button>
          )}
          <ItemValue key={adoptions} item={item} answer={answer} declared={declared} photos={photos} onChange={change} />
          {words.length > 0 && (
            <div className={styles['reason']} role="status" aria-label={desk('points')}>
              {words.map((line) => (
                <div key={line} className="numbers">
                  {line}
                </div>
              ))}
            </div>
          )}
          {item.kind === 'measured' && item.gate !== undefined && byValue !== null && (
            <div>
              <Text size="sm">{desk('gateByValue', { verdict: term(`verdict.${byValue}`) })}</Text>
              <VerdictButtons
                label={desk('gateOpinion')}
                verdicts={item.gate.type === 'hard' ? ['doubtful', 'verify-on-site'] : ['met', 'not-met', 'doubtful', 'verify-on-site']}
                value={answer.verdict}
                onChange={(verdict) => change((before) => ({ ...before, verdict }), 'chosen')}
              />
            </div>
          )}
          <ItemPhotos
            address={address}
            code={item.code}
            visit={visit}
            photos={photos}
            required={lacksPhoto}
            reason={reason}
            locked={locked || besideLocked}
            onAttach={(added) =>
              change((before) => {
                const cited = new Set(before.evidence.map(({ sha256 }) => sha256));
                const fresh = added
                  .filter((sha256) => !cited.has(sha256))
                  .map((sha256) => ({ sha256, page: null, region: null, note: '' }));
                return { ...before, evidence: [...before.evidence, ...fresh] };
              }, 'chosen')
            }
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
      <div role="status" className={styles['saving']}>
        {isUnfinished(item, answer) && <StateMark tone="warn" icon="draft" text={desk('unfinished')} />}
        <EntrySaving state={saving} savedAt={entry?.recordedAt ?? null} onRetry={retry} onGiveUp={giveUp} />
      </div>
    </article>
  );
}

/** The answer with a share as the item's value. */
function withShare({ rule }: RubricItem, before: Answer, { count, of }: { count: string; of: string }): Answer {
  return rule === undefined || rule.kind === 'parts' ? before : typeNumber(before, { whole: rule, rule, part: null }, { count, of });
}

function sameShare({ value }: Answer, share: { count: string; of: string }): boolean {
  return value?.kind === 'ratio' && value.count === share.count && value.of === share.of;
}
