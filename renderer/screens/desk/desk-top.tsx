import { Button, Group, MultiSelect, Popover, SegmentedControl, Text } from '@mantine/core';
import { IconArrowLeft, IconKeyboard, IconListCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SheetView } from '#shared/api/sheets.ts';
import type { Stage } from '#shared/domain/values.ts';
import { methodSchema, stageSchema, stagesInOrder } from '#shared/domain/values.ts';
import { useAnswers } from '../../app/answers/answers-context.tsx';
import { useCore } from '../../app/core.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { SheetStateMark } from '../../parts/sheet-state.tsx';
import styles from './desk.module.css';

type Props = {
  round: string;
  application: string;
  stage: Stage;
  applicant: string;
  view: SheetView;
  total: string | null;
  onHelp: () => void;
};

/** The first line of the desk: whose sheet, which stage, how far, and what to do when it is full. */
export function DeskTop({ round, application, stage, applicant, view, total, onHelp }: Props) {
  const { t } = useTranslation('desk');
  const { t: term } = useTranslation('terms');
  const { api } = useCore();
  const queries = useQueryClient();
  const answers = useAnswers();
  const navigate = useNavigate();
  const address = { round, application, stage };
  const onSuccess = (next: SheetView) => {
    queries.setQueryData(api.sheets.get.queryKey({ input: address }), next);
    void queries.invalidateQueries({ queryKey: api.applications.list.key() });
  };
  const complete = useMutation(api.sheets.complete.mutationOptions({ onSuccess }));
  const reopen = useMutation(api.sheets.reopen.mutationOptions({ onSuccess }));
  const setMethods = useMutation(api.sheets.setMethods.mutationOptions({ onSuccess }));
  const full = view.fill.filled === view.fill.total;
  const methods = view.sheet?.methods ?? [];
  return (
    <div>
      <div className={styles['top']}>
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/rounds/$round/applications" params={{ round }} search={{}} {...props} />}
        >
          {t('backToList')}
        </Button>
        <h1 className={styles['title']}>{applicant}</h1>
        <SegmentedControl
          aria-label={t('stages')}
          value={stage}
          onChange={(value) =>
            void navigate({
              to: '/rounds/$round/desk/$application/$stage',
              params: { round, application, stage: stageSchema.parse(value) },
              search: {},
            })
          }
          data={stagesInOrder.map((one) => ({ value: one, label: term(`stage.${one}`) }))}
        />
        <Text className="numbers" fw={600}>
          {t('filled', view.fill)}
        </Text>
        {total !== null && <Text className={styles['total'] ?? ''}>{total}</Text>}
        <SheetStateMark state={view.state} />
        <Group gap={6} ml="auto">
          <Popover position="bottom-end" width={320} trapFocus>
            <Popover.Target>
              <Button variant="default" size="compact-md" leftSection={<IconListCheck size={16} aria-hidden />}>
                {t('methods')} {methods.length > 0 && methods.length}
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              <MultiSelect
                label={t('methods')}
                value={methods}
                comboboxProps={{ withinPortal: false }}
                data={methodSchema.options.map((method) => ({ value: method, label: term(`method.${method}`) }))}
                onChange={(values) =>
                  setMethods.mutate({ ...address, methods: methodSchema.options.filter((method) => values.includes(method)) })
                }
              />
            </Popover.Dropdown>
          </Popover>
          <Button variant="default" size="compact-md" leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onHelp}>
            {t('keys')} (?)
          </Button>
          {view.state === 'complete' && (
            <Button variant="default" loading={reopen.isPending} onClick={() => reopen.mutate(address)}>
              {t('reopen')}
            </Button>
          )}
          {(view.state === 'draft' || view.state === 'returned') && full && (
            <Button
              loading={complete.isPending}
              title={t('completeHint')}
              onClick={() => void answers.flush().then(() => complete.mutate(address))}
            >
              {t('complete')}
            </Button>
          )}
        </Group>
      </div>
      <RefusalNote error={complete.error ?? reopen.error ?? setMethods.error} />
    </div>
  );
}
