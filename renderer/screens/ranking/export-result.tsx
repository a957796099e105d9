import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileExport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RoundResult } from '#shared/domain/result.ts';
import { pendingIn, reasonSentence } from '#shared/merge/index.ts';
import { useLanguage } from '../../app/language.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useListed } from '../../parts/listed.ts';

type Props = {
  result: RoundResult;
  applicants: ReadonlyMap<string, string>;
  experts: ReadonlyMap<string, string>;
  disabled: boolean;
  onExport: () => void;
};

/** The way to the signed result: at once when all is settled, else after a look at what the result would leave open. */
export function ExportResult({ result, applicants, experts, disabled, onExport }: Props) {
  const { t } = useTranslation('ranking');
  const language = useLanguage();
  const listed = useListed();
  const [asking, dialog] = useDisclosure(false);
  const { candidates, election } = result;
  const open = [
    ...pendingIn(candidates).map(({ application, occupation, levels, isPart, reasons }) => {
      const nameOf = (expert: string) => experts.get(expert) ?? expert;
      const why = reasons.map((reason) => reasonSentence(reason, { language, nameOf })).join(t('openBetween'));
      const what = t(isPart ? 'openLevels' : 'openCandidate', {
        applicant: applicants.get(application) ?? application,
        occupation,
        levels: listed(levels),
      });
      return why === '' ? what : t('openWhy', { what, why });
    }),
    ...(election === undefined || election.state === 'elected' || election.state === 'closed' ? [] : [t(`openElection_${election.state}`)]),
  ];
  return (
    <>
      <Button
        leftSection={<IconFileExport size={18} aria-hidden />}
        disabled={disabled}
        onClick={open.length === 0 ? onExport : dialog.open}
      >
        {t('export')}
      </Button>
      <Dialog opened={asking} onClose={dialog.close} title={t('openTitle', { count: open.length })} size="lg">
        <Stack>
          <Text>{t('openBody')}</Text>
          <List style={{ maxHeight: '40vh', overflowY: 'auto' }} tabIndex={0} aria-label={t('openTitle', { count: open.length })}>
            {open.map((line) => (
              <List.Item key={line}>{line}</List.Item>
            ))}
          </List>
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={dialog.close}>
              {t('openBack')}
            </Button>
            <Button
              onClick={() => {
                dialog.close();
                onExport();
              }}
            >
              {t('exportOpen', { count: open.length })}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
