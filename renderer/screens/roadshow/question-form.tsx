import { Button, Chip, Group, Text, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question, QuestionText } from '#shared/domain/roadshow.ts';
import styles from './roadshow.module.css';

type Props = {
  codes: readonly string[];
  /** null for a new one. */
  question: Question | null;
  sealed: boolean;
  /** Rejects with the refusal; then the text stays where it is. */
  onKeep: (text: QuestionText, reason: string | null) => Promise<void>;
  onCancel: (() => void) | null;
};

/** A line of the question log while it is written. */
export function QuestionForm({ codes, question: before, sealed, onKeep, onCancel }: Props) {
  const { t } = useTranslation('roadshow');
  const [askedBy, setAskedBy] = useState(before?.askedBy ?? '');
  const [question, setQuestion] = useState(before?.question ?? '');
  const [answer, setAnswer] = useState(before?.answer ?? '');
  const [items, setItems] = useState<string[]>(before?.items ?? []);
  const [reason, setReason] = useState('');
  const [pending, setPending] = useState(false);
  const isDirty = question !== (before?.question ?? '') || answer !== (before?.answer ?? '');
  useWarnedLeaving(isDirty);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    setPending(true);
    try {
      const text = {
        askedBy: askedBy.trim(),
        question: question.trim(),
        answer: answer.trim(),
        items,
        withdrawn: before?.withdrawn ?? false,
      };
      await onKeep(text, sealed ? reason.trim() : null);
    } catch {
      // The refusal stands above; what was written stays here.
    } finally {
      setPending(false);
    }
  };
  return (
    <form onSubmit={(event) => void keep(event)} className={styles['questionForm']}>
      <TextInput
        label={t('askedBy')}
        required
        maxLength={100}
        value={askedBy}
        styles={{ input: { height: 44 } }}
        onChange={(event) => setAskedBy(event.currentTarget.value)}
      />
      <Textarea
        label={t('question')}
        required
        autosize
        minRows={2}
        maxRows={8}
        value={question}
        {...(before === null ? { 'data-question-text': '' } : {})}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <Textarea
        label={t('answer')}
        autosize
        minRows={2}
        maxRows={8}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <BearsOn codes={codes} items={items} onItems={setItems} />
      {sealed && <ReasonForChange reason={reason} onReason={setReason} />}
      <Group gap={8}>
        <Button
          h={44}
          type="submit"
          variant="default"
          loading={pending}
          disabled={askedBy.trim() === '' || question.trim() === '' || (sealed && reason.trim() === '')}
        >
          {t(before === null ? 'keep' : 'keepChange')}
        </Button>
        {onCancel !== null && (
          <Button h={44} variant="subtle" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </Group>
    </form>
  );
}

/** Not on disk yet: whoever leaves is told. */
function useWarnedLeaving(isDirty: boolean): void {
  useEffect(() => {
    const leave = (event: BeforeUnloadEvent) => {
      if (isDirty) {
        event.preventDefault();
      }
    };
    window.addEventListener('beforeunload', leave);
    return () => window.removeEventListener('beforeunload', leave);
  }, [isDirty]);
}

/** On which items of the sheet a question bears. */
function BearsOn({ codes, items, onItems }: { codes: readonly string[]; items: string[]; onItems: (items: string[]) => void }) {
  const { t } = useTranslation('roadshow');
  return (
    <div role="group" aria-label={t('bears')}>
      <Text size="sm">{t('bears')}</Text>
      <Chip.Group multiple value={items} onChange={onItems}>
        <Group gap={6}>
          {codes.map((code) => (
            <Chip key={code} value={code} size="md" styles={{ label: { minHeight: 44 } }}>
              {code}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  );
}

/** Why a sealed log is changed. */
function ReasonForChange({ reason, onReason }: { reason: string; onReason: (reason: string) => void }) {
  const { t } = useTranslation('roadshow');
  return (
    <TextInput
      label={t('logReason')}
      required
      value={reason}
      styles={{ input: { height: 44 } }}
      onChange={(event) => onReason(event.currentTarget.value)}
    />
  );
}
