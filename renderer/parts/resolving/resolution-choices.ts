import { useTranslation } from 'react-i18next';
import type { Board, Conflict } from '#shared/api/merge.ts';
import type { NewResolution } from '#shared/domain/result.ts';
import { measuredValueSchema } from '#shared/domain/sheet.ts';
import type { RubricItem } from '#shared/domain/rubric.ts';
import { describeValue } from '../describe-answer.ts';

/** One thing the chair may decide, named by its consequence. */
export type Choice = { readonly label: string; readonly resolution: NewResolution };

type Matter = {
  board: Board;
  conflict: Conflict;
  /** The item in dispute, where there is one. */
  disputed: RubricItem | undefined;
  by: string;
  reason: string;
  order: { application: string; occupation: string }[];
};

const verdicts = ['met', 'not-met', 'not-applicable'] as const;

/** What may be decided about a conflict. */
export function useChoices({ board, conflict, disputed, by, reason, order }: Matter): Choice[] {
  const { t } = useTranslation('merge');
  const { t: term } = useTranslation('terms');
  const { application, occupation, levelGroup, item } = conflict;
  const nameOf = (id: string) => board.experts.find((one) => one.id === id)?.name ?? id;
  const applicant = board.applications.find((one) => one.id === application)?.applicant ?? '';
  /** Each exclusion of the expert that stands there, withdrawn. */
  const withdrawals = (expert: string) =>
    board.resolutions.flatMap((decided): Choice[] =>
      decided.kind === 'exclude-expert' &&
      decided.expert === expert &&
      (decided.application === null || decided.application === application)
        ? [
            {
              label:
                decided.application === null
                  ? t('includeAll', { expert: nameOf(expert) })
                  : t('includeOne', { expert: nameOf(expert), applicant }),
              resolution: { kind: 'withdraw-exclusion', expert, application: decided.application, by, reason },
            },
          ]
        : [],
    );
  switch (conflict.kind) {
    case 'nobody-counts':
      return conflict.experts.flatMap(withdrawals);
    case 'missing-sheet':
    case 'equivocation':
      return conflict.experts.flatMap((expert): Choice[] => [
        ...withdrawals(expert),
        ...(application === null
          ? []
          : [
              {
                label: t('excludeOne', { expert: nameOf(expert), applicant }),
                resolution: { kind: 'exclude-expert', expert, application, by, reason },
              } as const,
            ]),
        {
          label: t('excludeAll', { expert: nameOf(expert) }),
          resolution: { kind: 'exclude-expert', expert, application: null, by, reason },
        },
      ]);
    case 'measurement': {
      if (application === null || item === null) {
        return [];
      }
      const byText = new Map(
        conflict.statements.flatMap((statement) => {
          const value = measuredValueSchema.safeParse(statement.value);
          return value.success ? [[describeValue(disputed, value.data), statement.value] as const] : [];
        }),
      );
      return [...byText].map(([text, value]) => ({
        label: t('chooseValue', { value: text }),
        resolution: { kind: 'measurement', application, occupation, levelGroup, item, value, by, reason },
      }));
    }
    case 'gate':
      return application === null || item === null
        ? []
        : verdicts.map((verdict) => ({
            label: t('decideGate', { verdict: term(`verdict.${verdict}`) }),
            resolution: { kind: 'gate', application, occupation, levelGroup, item, verdict, by, reason },
          }));
    case 'deviation':
      return application === null || occupation === null
        ? []
        : conflict.experts.map((expert) => ({
            label: t('explainDeviation', { expert: nameOf(expert) }),
            resolution: { kind: 'deviation', application, occupation, expert, by, reason },
          }));
    case 'tie':
      return order.length < 2 ? [] : [{ label: t('recordOrder'), resolution: { kind: 'tie', order, by, reason } }];
  }
}
