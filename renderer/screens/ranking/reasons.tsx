import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CandidateResult } from '#shared/domain/result.ts';
import { reasonSentence } from '#shared/merge/reason-sentence.ts';
import { useLanguage } from '../../app/language.ts';

export type Experts = readonly { readonly expert: string; readonly name: string }[];

/** Why a candidate or one of its level groups stands as it does, with names for ids. */
export function Reasons({ reasons, experts }: { reasons: CandidateResult['reasons']; experts: Experts }) {
  const { t } = useTranslation('ranking');
  const language = useLanguage();
  if (reasons.length === 0) {
    return null;
  }
  const nameOf = (expert: string) => experts.find((one) => one.expert === expert)?.name ?? expert;
  return (
    <div>
      <Text fw={600}>{t('reasons')}</Text>
      <List>
        {reasons.map((reason) => (
          <List.Item key={JSON.stringify(reason)}>{reasonSentence(reason, { language, nameOf })}</List.Item>
        ))}
      </List>
    </div>
  );
}
