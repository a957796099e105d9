import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { stageSchema } from '#shared/domain/values.ts';
import { useCore } from '../app/core.tsx';

/** Where I am: 批次 · 申报单位 · 环节, as far as the address says. */
export function useWhere(): string {
  const { api } = useCore();
  const { t } = useTranslation('terms');
  const params: { round?: string; application?: string; stage?: string } = useParams({ strict: false });
  const rounds = useQuery({ ...api.rounds.list.queryOptions(), enabled: params.round !== undefined });
  const applications = useQuery({
    ...api.applications.list.queryOptions({ input: { round: params.round ?? '' } }),
    enabled: params.round !== undefined && params.application !== undefined,
  });
  const stage = stageSchema.safeParse(params.stage);
  const title = rounds.data?.find((round) => round.id === params.round)?.title;
  const applicant = applications.data?.find((row) => row.id === params.application)?.applicant.name;
  return [title, applicant, stage.success ? t(`stage.${stage.data}`) : undefined].filter((part) => part !== undefined).join(' · ');
}
