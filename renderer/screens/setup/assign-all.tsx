import { Button, Menu } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Stage, stagesInOrder } from '#shared/domain/values.ts';
import { wrapping } from '../../parts/wrapping.ts';

type Props = {
  name: string;
  onSet: (stages: readonly Stage[]) => void;
  /** For the heading of an expert: the occupations of the round, to add the applicants of one. */
  occupations?: { names: readonly string[]; onChoose: (occupation: string) => void };
};

/** A heading that assigns its whole row or column: all stages, one of them, none, or what belongs to an occupation. */
export function AssignAll({ name, onSet, occupations }: Props) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  return (
    <Menu>
      <Menu.Target>
        <Button variant="subtle" color="gray" fullWidth justify="start" {...wrapping} mih={36} aria-label={t('s_allOf', { name })}>
          {name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown style={{ maxHeight: '60vh', overflowY: 'auto' }}>
        <Menu.Item onClick={() => onSet(stagesInOrder)}>{t('s_allAssigned')}</Menu.Item>
        <Menu.Item onClick={() => onSet([])}>{t('s_allNone')}</Menu.Item>
        <Menu.Label>{t('s_byStage')}</Menu.Label>
        {stagesInOrder.map((stage) => (
          <Menu.Item key={stage} onClick={() => onSet([stage])}>
            {t('s_only', { stage: term(`stage.${stage}`) })}
          </Menu.Item>
        ))}
        {occupations !== undefined && <Menu.Label>{t('s_byOccupation')}</Menu.Label>}
        {occupations?.names.map((occupation) => (
          <Menu.Item key={occupation} onClick={() => occupations.onChoose(occupation)}>
            {t('s_occupation', { occupation })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
