import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CandidateResult } from '#shared/domain/result.ts';
import { stageSchema, verdictSchema } from '#shared/domain/values.ts';
import { reasonTexts } from '#shared/merge/reason.ts';
import { useLanguage } from '../../app/texts.ts';

export type Experts = readonly { readonly expert: string; readonly name: string }[];

/** Why a candidate or one of its level groups stands as it does, with names for ids. */
export function Reasons({ reasons, experts }: { reasons: CandidateResult['reasons']; experts: Experts }) {
  const { t } = useTranslation('ranking');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  if (reasons.length === 0) {
    return null;
  }
  const inWords = (name: string, detail: string | number): string => {
    const stage = stageSchema.safeParse(detail);
    const verdict = verdictSchema.safeParse(detail);
    if (name === 'expert') {
      return experts.find((one) => one.expert === detail)?.name ?? String(detail);
    }
    if (name === 'stage' && stage.success) {
      return term(`stage.${stage.data}`);
    }
    return name === 'verdict' && verdict.success ? term(`verdict.${verdict.data}`) : String(detail);
  };
  const sentence = ({ code, details }: CandidateResult['reasons'][number]) => {
    const text = Object.entries(reasonTexts).find(([known]) => known === code)?.[1][language] ?? code;
    return text.replaceAll(/\{(\w+)\}/g, (whole: string, name: string) => {
      const detail = details[name];
      return detail === undefined ? whole : inWords(name, detail);
    });
  };
  return (
    <div>
      <Text fw={600}>{t('reasons')}</Text>
      <List>
        {reasons.map((reason) => (
          <List.Item key={JSON.stringify(reason)}>{sentence(reason)}</List.Item>
        ))}
      </List>
    </div>
  );
}
