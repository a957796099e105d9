import { Button, Group, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '#shared/api/sheets.ts';
import type { Question } from '#shared/domain/roadshow.ts';
import { useLanguage } from '../../app/language.ts';
import { clockTime } from '../../parts/format.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import type { Line } from '../../parts/answering/sheet-model.ts';
import { QuestionForm } from './question-form.tsx';
import styles from './roadshow.module.css';
import type { Notes } from './use-notes.ts';

type Props = { lines: readonly Line[]; sheet: SheetView; notes: Notes };

/** Who asked what, what was answered, and on which items it bears. */
export function QuestionLog({ lines, sheet, notes }: Props) {
  const { t } = useTranslation('roadshow');
  const [editing, setEditing] = useState<string | null>(null);
  const [written, setWritten] = useState(0);
  const { kind } = sheet.lock;
  const sealed = kind === 'reason' || kind === 'returned';
  const locked = kind !== 'open' && !sealed;
  const questions = sheet.sheet?.questions ?? [];
  const codes = [...new Set(lines.map(({ item }) => item.code))];
  return (
    <section className={styles['panel']} aria-label={t('log')}>
      <Title order={2} size="h4">
        {t('log')}
      </Title>
      {questions.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('logEmpty')}
        </Text>
      )}
      <ol className={styles['questions']}>
        {questions.map((question) => (
          <li key={question.id}>
            {editing === question.id ? (
              <QuestionForm
                codes={codes}
                question={question}
                sealed={sealed}
                onKeep={async (text, reason) => {
                  await notes.keepQuestion({ id: question.id, text, reason });
                  setEditing(null);
                }}
                onCancel={() => setEditing(null)}
              />
            ) : (
              <QuestionLine
                question={question}
                locked={locked}
                sealed={sealed}
                onEdit={() => setEditing(question.id)}
                onWithdraw={(withdrawn) => {
                  const { askedBy, question: asked, answer, items } = question;
                  void notes
                    .keepQuestion({ id: question.id, text: { askedBy, question: asked, answer, items, withdrawn }, reason: null })
                    .catch(() => undefined);
                }}
              />
            )}
          </li>
        ))}
      </ol>
      {!locked && (
        <QuestionForm
          key={written}
          codes={codes}
          question={null}
          sealed={sealed}
          onKeep={async (text, reason) => {
            await notes.keepQuestion({ id: null, text, reason });
            setWritten(written + 1);
          }}
          onCancel={null}
        />
      )}
    </section>
  );
}

type LineProps = {
  question: Question;
  locked: boolean;
  sealed: boolean;
  onEdit: () => void;
  onWithdraw: (withdrawn: boolean) => void;
};

function QuestionLine({ question, locked, sealed, onEdit, onWithdraw }: LineProps) {
  const { t } = useTranslation('roadshow');
  const language = useLanguage();
  const asked = question.history[0]?.recordedAt ?? question.recordedAt;
  return (
    <div data-withdrawn={question.withdrawn ? '' : undefined} className={styles['question']}>
      <p className={styles['quiet']}>
        {t('askedAt', { time: clockTime(asked, language), name: question.askedBy })}
        {question.items.map((code) => (
          <span key={code} className={styles['chip']}>
            {code}
          </span>
        ))}
        {question.withdrawn && <StateMark tone="warn" icon="problem" text={t('withdrawn')} />}
      </p>
      <p className={styles['asked']}>{question.question}</p>
      {question.answer !== '' && <p>{question.answer}</p>}
      <Group gap={4}>
        {!locked && (
          <Button h={44} variant="subtle" onClick={onEdit}>
            {t('edit')}
          </Button>
        )}
        {!locked && !sealed && (
          <Button h={44} variant="subtle" onClick={() => onWithdraw(!question.withdrawn)}>
            {t(question.withdrawn ? 'restore' : 'withdraw')}
          </Button>
        )}
        {question.history.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('changed', { count: question.history.length })}
          </Text>
        )}
      </Group>
    </div>
  );
}
