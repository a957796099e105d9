import { Button, Menu } from '@mantine/core';
import { IconCheck, IconMinus, IconUserOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Stage, stagesInOrder } from '#shared/domain/values.ts';
import { useListed } from '../../parts/listed.ts';
import { wrapping } from '../../parts/wrapping.ts';

type Props = {
  expert: string;
  applicant: string;
  /** null: recused. */
  stages: readonly Stage[] | null;
  onSet: (stages: readonly Stage[]) => void;
  onRecuse: () => void;
};

/** What one expert has to do with one application: all stages, some, none, or a recusal. */
export function AssignmentCell({ expert, applicant, stages, onSet, onRecuse }: Props) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  const listed = useListed();
  const given = stages ?? [];
  const isAll = given.length === stagesInOrder.length;
  const state =
    stages === null
      ? t('s_recused')
      : given.length === 0
        ? t('s_none')
        : isAll
          ? t('s_assigned')
          : listed(given.map((stage) => term(`stageShort.${stage}`)));
  const Icon = stages === null ? IconUserOff : given.length === 0 ? IconMinus : IconCheck;
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="subtle"
          color={given.length > 0 ? 'accent' : 'gray'}
          fullWidth
          {...wrapping}
          mih={36}
          leftSection={<Icon size={16} aria-hidden />}
          aria-label={t('s_cell', { expert, applicant, state })}
        >
          {state}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onSet(stagesInOrder)}>{t('s_allStages')}</Menu.Item>
        {stagesInOrder.map((stage) => {
          const has = given.includes(stage);
          return (
            <Menu.CheckboxItem
              key={stage}
              checked={has}
              onChange={(checked) => onSet(checked ? [...given, stage] : given.filter((one) => one !== stage))}
            >
              {term(`stage.${stage}`)}
            </Menu.CheckboxItem>
          );
        })}
        <Menu.Item onClick={() => onSet([])}>{t('s_none')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={onRecuse}>{t('s_recuse')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
