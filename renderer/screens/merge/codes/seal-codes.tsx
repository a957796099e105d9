import { Button, Group, Skeleton, Table, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board, SealCodeOfExpert } from '#shared/api/merge.ts';
import { useCore } from '../../../app/core.tsx';
import { useLanguage } from '../../../app/language.ts';
import { AnswerPairs } from '../../../parts/answer-pairs.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { dateAndTime } from '../../../parts/format.ts';
import { RefusalNote } from '../../../parts/refusal-note.tsx';
import { SealCode } from '../../../parts/seal-code.tsx';
import { StateMark } from '../../../parts/state-mark.tsx';
import { WideTable } from '../../../parts/wide-table.tsx';

const marks = {
  'not-noted': { tone: 'quiet', icon: 'empty' },
  waiting: { tone: 'quiet', icon: 'running' },
  matches: { tone: 'good', icon: 'complete' },
  'changed-since': { tone: 'warn', icon: 'problem' },
  differs: { tone: 'bad', icon: 'problem' },
} as const;

/** 封存码: what each expert read out, and whether what was handed in is that. */
export function SealCodes({ round, board }: { round: string; board: Board }) {
  const { t } = useTranslation('codes');
  const [compared, setCompared] = useState<string | null>(null);
  const [rewriting, setRewriting] = useState<string | null>(null);
  if (board.codes.length === 0) {
    return null;
  }
  const nameOf = (expert: string) => board.experts.find(({ id }) => id === expert)?.name ?? expert;
  return (
    <details>
      <summary>
        {t('title', { noted: board.codes.filter(({ noted }) => noted !== null).length, count: board.codes.length })}{' '}
        <Summary codes={board.codes} />
      </summary>
      <Text c="dimmed">{t('hint')}</Text>
      <WideTable label={t('table')} minWidth={560}>
        <Table aria-label={t('table')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('colExpert')}</Table.Th>
              <Table.Th>{t('colCode')}</Table.Th>
              <Table.Th>{t('colState')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {board.codes.map((each) => (
              <Table.Tr key={each.expert}>
                <Table.Th scope="row" style={{ whiteSpace: 'nowrap' }}>
                  {nameOf(each.expert)}
                </Table.Th>
                <Table.Td>
                  {each.noted === null || rewriting === each.expert ? (
                    <NoteForm round={round} expert={each.expert} name={nameOf(each.expert)} onNoted={() => setRewriting(null)} />
                  ) : (
                    <Noted known={each} name={nameOf(each.expert)} onRewrite={() => setRewriting(each.expert)} />
                  )}
                </Table.Td>
                <Table.Td>
                  <State known={each} />
                  {each.state === 'changed-since' && (
                    <Button size="compact-md" variant="default" onClick={() => setCompared(each.expert)}>
                      {t('whatChanged')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      {compared !== null && <Changes round={round} expert={compared} board={board} onClose={() => setCompared(null)} />}
    </details>
  );
}

/** What needs looking at is said before the list is opened. */
function Summary({ codes }: { codes: Board['codes'] }) {
  const { t } = useTranslation('codes');
  const wrong = codes.filter(({ state }) => state === 'differs' || state === 'changed-since').length;
  return wrong === 0 ? null : <StateMark tone="warn" icon="problem" text={t('toLookAt', { count: wrong })} />;
}

function State({ known: { state, sequence, versions } }: { known: SealCodeOfExpert }) {
  const { t } = useTranslation('codes');
  const newest = versions.reduce((highest, version) => Math.max(highest, version.sequence), 0);
  return <StateMark {...marks[state]} text={t(`state_${state}`, { sequence: sequence ?? '–', newest })} />;
}

function Noted({ known: { noted, notedAt }, name, onRewrite }: { known: SealCodeOfExpert; name: string; onRewrite: () => void }) {
  const { t } = useTranslation('codes');
  const language = useLanguage();
  return (
    <Group gap="xs">
      <SealCode code={noted ?? []} />
      <Text size="sm" c="dimmed" className="numbers">
        {notedAt === null ? '' : t('notedAt', { time: dateAndTime(notedAt, language) })}
      </Text>
      <Button size="compact-md" variant="subtle" aria-label={t('rewriteOf', { name })} onClick={onRewrite}>
        {t('rewrite')}
      </Button>
    </Group>
  );
}

function NoteForm({ round, expert, name, onNoted }: { round: string; expert: string; name: string; onNoted: () => void }) {
  const { t } = useTranslation('codes');
  const { api } = useCore();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const note = useMutation(
    api.merge.noteCode.mutationOptions({
      onSuccess: (board) => {
        queries.setQueryData(api.merge.board.queryKey({ input: { round } }), board);
        onNoted();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    note.mutate({ round, expert, code });
  };
  return (
    <form onSubmit={submit}>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          className="numbers"
          aria-label={t('codeOf', { name })}
          placeholder="12345 12345 12345 12345"
          inputMode="numeric"
          autoComplete="off"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          miw={220}
        />
        <Button type="submit" variant="default" loading={note.isPending} disabled={code.trim() === ''} aria-label={t('noteOf', { name })}>
          {t('note')}
        </Button>
      </Group>
      <RefusalNote error={note.error} />
    </form>
  );
}

function Changes({ round, expert, board, onClose }: { round: string; expert: string; board: Board; onClose: () => void }) {
  const { t } = useTranslation('codes');
  const { api } = useCore();
  const changes = useQuery(api.merge.changedSinceCode.queryOptions({ input: { round, expert } }));
  const items = useQuery(api.rounds.get.queryOptions({ input: { round } })).data?.round.rubric.items ?? [];
  const title = t('changes', { name: board.experts.find(({ id }) => id === expert)?.name ?? expert });
  return (
    <Dialog opened onClose={onClose} title={title} size="xl">
      <RefusalNote error={changes.error} />
      {changes.data === undefined ? (
        changes.error === null && <Skeleton h={160} />
      ) : changes.data.answers.length === 0 ? (
        <Title order={3}>{t('nothingChanged')}</Title>
      ) : (
        <AnswerPairs
          label={title}
          {...changes.data}
          items={items}
          applicants={new Map(board.applications.map(({ id, applicant }) => [id, applicant]))}
        />
      )}
    </Dialog>
  );
}
