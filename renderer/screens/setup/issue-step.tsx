import { Anchor, Button, Group, Skeleton, Stack, Table, Text } from '@mantine/core';
import { IconSignature } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Preflight, RoundDraft } from '#shared/api/rounds.ts';
import { refusalSentence } from '#shared/refusals/sentence.ts';
import { useCore } from '../../app/core.tsx';
import { useLanguage } from '../../app/language.ts';
import { ExportedFile, useKeptExport } from '../../parts/export-file.tsx';
import { useLongWork } from '../../parts/long-work.ts';
import { Notice } from '../../parts/notice.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { WorkProgress } from '../../parts/work-progress.tsx';
import { ReissueChanges } from './reissue-changes.tsx';
import type { SetupStep } from './steps.ts';

/** Where each check is put right. */
const stepOf: Record<Preflight[number]['check'], SetupStep> = {
  title: 'basics',
  panel: 'panel',
  fingerprints: 'panel',
  applications: 'applications',
  assignments: 'assignments',
  rubric: 'rubric',
  rules: 'rules',
  changes: 'basics',
  'left-out': 'issue',
};

/** What must hold before the round is signed, then signing it. */
export function IssueStep({ draft, onGo }: { draft: RoundDraft; onGo: (step: SetupStep) => void }) {
  const { t } = useTranslation('setup');
  const { api, client } = useCore();
  const work = useLongWork();
  const kept = useKeptExport();
  const [issued, setIssued] = useState<string | null>(null);
  const preflight = useQuery({
    ...api.rounds.draft.preflight.queryOptions({ input: { round: draft.id } }),
    enabled: issued === null,
  });
  const issue = async () => {
    const done = await work.run((signal) => client.rounds.draft.issue({ round: draft.id }, { signal }));
    if (done !== null) {
      setIssued(done.round);
      await kept.keep(done.export);
    }
  };
  if (issued !== null) {
    return (
      <Stack>
        <Notice tone="good" icon="done" role="status">
          {t('i_issued')}
        </Notice>
        <ExportedFile kept={kept} />
        <div>
          <Button renderRoot={(props) => <Link to="/rounds/$round/merge" params={{ round: issued }} {...props} />}>{t('i_toRound')}</Button>
        </div>
      </Stack>
    );
  }
  const ready = preflight.data?.every((check) => check.refusal === null) ?? false;
  const experts = draft.panel.filter((member) => draft.assignments.some((one) => one.expert === member.id)).length;
  return (
    <Stack maw={800}>
      <RefusalNote error={preflight.error} />
      {preflight.data === undefined && <Skeleton h={240} />}
      <Table aria-label={t('step_issue')}>
        <Table.Tbody>
          {preflight.data?.map((check) => (
            <CheckRow key={check.check} check={check} onGo={onGo} />
          ))}
        </Table.Tbody>
      </Table>
      <ReissueChanges round={draft.id} />
      <Text>{t('i_explain')}</Text>
      <WorkProgress work={work} />
      <div>
        <Button leftSection={<IconSignature size={18} aria-hidden />} disabled={!ready || work.running} onClick={() => void issue()}>
          {t('i_issue', { experts, applications: draft.applications.length })}
        </Button>
      </div>
    </Stack>
  );
}

/** Whether one thing holds; if not, why and where it is put right. */
function CheckRow({ check, onGo }: { check: Preflight[number]; onGo: (step: SetupStep) => void }) {
  const { t } = useTranslation('setup');
  const language = useLanguage();
  return (
    <Table.Tr>
      <Table.Th scope="row" w="9rem">
        {t(`i_check_${check.check}`)}
      </Table.Th>
      <Table.Td>
        {check.refusal === null ? (
          <StateMark
            tone={check.notes.length === 0 ? 'good' : 'warn'}
            icon={check.notes.length === 0 ? 'complete' : 'problem'}
            text={t(check.notes.length === 0 ? 'i_holds' : 'i_holdsBut')}
          />
        ) : (
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <Text c="var(--bad)">{refusalSentence(check.refusal, language)}</Text>
            {stepOf[check.check] !== 'issue' && (
              <Anchor component="button" type="button" onClick={() => onGo(stepOf[check.check])} style={{ flex: 'none' }}>
                {t('i_goFix')}
              </Anchor>
            )}
          </Group>
        )}
        {check.notes.map((note) => (
          <Notice key={note.code} tone="warn" icon="problem" role="note">
            {refusalSentence(note, language)}{' '}
            <Anchor component="button" type="button" underline="always" onClick={() => onGo(stepOf[check.check])}>
              {t('i_goFix')}
            </Anchor>
          </Notice>
        ))}
      </Table.Td>
    </Table.Tr>
  );
}
