import { Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rules } from '#shared/domain/round.ts';
import { countedSchema } from '#shared/domain/result.ts';
import { type RuleExample, reasonTexts } from '#shared/merge/index.ts';
import { stagesInOrder } from '#shared/domain/values.ts';
import { fillPlaceholders } from '#shared/messages/placeholders.ts';
import { useLanguage } from '../../app/language.ts';
import { StagePoints } from '../../parts/stage-points.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import { TieBreakText } from './tie-break.tsx';
import styles from './setup.module.css';

/** 示例: what a rule does to made-up scores, as it stands now. */
function Example({ children }: { children: ReactNode }) {
  const { t } = useTranslation('setup');
  return (
    <aside className={styles['example']} aria-label={t('u_example')}>
      <Text size="sm" c="dimmed">
        {t('u_example')}
      </Text>
      {children}
    </aside>
  );
}

/** What is kept, of the totals or stage by stage, and the mean spelled out. */
export function AggregateExample({ example }: { example: RuleExample }) {
  const { t } = useTranslation('setup');
  const { formula, total } = example.aggregate;
  const byStage = example.aggregate.experts.some(({ stagesCounted }) => stagesCounted !== undefined);
  return (
    <Example>
      <Table aria-label={t('u_example')} verticalSpacing={2}>
        {byStage ? <KeptStages example={example} /> : <KeptTotals example={example} />}
      </Table>
      <Text className="numbers" size="sm" style={{ overflowWrap: 'anywhere' }}>
        {formula} = <strong>{total}</strong>
      </Text>
    </Example>
  );
}

function KeptTotals({ example }: { example: RuleExample }) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  return (
    <Table.Tbody>
      {example.aggregate.experts.map(({ expert, name, total: own, counted }) => {
        const known = countedSchema.options.find((one) => one === counted);
        const dropped = counted === 'dropped-high' || counted === 'dropped-low';
        return (
          <Table.Tr key={expert} className={dropped ? styles['dropped'] : undefined}>
            <Table.Td>{t('u_expert', { number: name })}</Table.Td>
            <Table.Td className="numbers">{own}</Table.Td>
            <Table.Td>{known === undefined ? '' : term(`counted.${known}`)}</Table.Td>
          </Table.Tr>
        );
      })}
    </Table.Tbody>
  );
}

function KeptStages({ example }: { example: RuleExample }) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  return (
    <>
      <Table.Thead>
        <Table.Tr>
          <Table.Td />
          {stagesInOrder.map((stage) => (
            <Table.Th key={stage} className="numbers">
              {term(`stageShort.${stage}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {example.aggregate.experts.map(({ expert, name, stages, stagesCounted }) => (
          <Table.Tr key={expert}>
            <Table.Td>{t('u_expert', { number: name })}</Table.Td>
            {stagesInOrder.map((stage) => (
              <Table.Td key={stage} className="numbers">
                <StagePoints points={stages?.[stage] ?? null} counted={stagesCounted?.[stage]} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </>
  );
}

/** A candidate that is strong but for one stage, held against the lines. */
export function PassExample({ example }: { example: RuleExample }) {
  const { t } = useTranslation('setup');
  const { t: term } = useTranslation('terms');
  const language = useLanguage();
  const { total, outcome, reasons } = example.pass;
  const sentence = ({ code, details }: Pick<CandidateReason, 'code' | 'details'>) => {
    const text = Object.entries(reasonTexts).find(([known]) => known === code)?.[1][language] ?? code;
    return fillPlaceholders(text, details, (name, value) => (name === 'stage' ? stageName(String(value)) : String(value)));
  };
  const stageName = (stage: string) => (stage === 'document' || stage === 'visit' || stage === 'roadshow' ? term(`stage.${stage}`) : stage);
  return (
    <Example>
      <Text className="numbers">{t('u_passExample', { total: total ?? '–' })}</Text>
      {outcome === 'recommended' ? (
        <StateMark tone="good" icon="complete" text={term(`outcome.${outcome}`)} />
      ) : (
        <StateMark tone="warn" icon="problem" text={term(`outcome.${outcome}`)} />
      )}
      {reasons
        .filter(({ code }) => code !== 'deviation-unexplained')
        .map((reason) => (
          <Text key={JSON.stringify(reason)} size="sm" className="numbers">
            {sentence(reason)}
          </Text>
        ))}
    </Example>
  );
}

type CandidateReason = RuleExample['pass']['reasons'][number];

/** Two equal totals, and what tells them apart. */
export function TieExample({ example, rules }: { example: RuleExample; rules: Rules }) {
  const { t } = useTranslation('setup');
  const [first] = example.tie;
  return (
    <Example>
      <Table aria-label={t('u_example')} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {example.tie.map(({ name }) => (
              <Table.Th key={name} className="numbers">
                {t('u_candidate', { name })}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>
            <Table.Td>{t('u_total')}</Table.Td>
            {example.tie.map(({ name, total }) => (
              <Table.Td key={name} className="numbers">
                {total}
              </Table.Td>
            ))}
          </Table.Tr>
          {first?.compared.map((_, step) => (
            // A step has no name of its own: two may compare the same.
            <Table.Tr key={step}>
              <Table.Td>{rules.tieBreak[step] !== undefined && <TieBreakText tieBreak={rules.tieBreak[step]} />}</Table.Td>
              {example.tie.map(({ name, compared }) => (
                <Table.Td key={name} className="numbers">
                  {compared[step] ?? '–'}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row">{t('u_rank')}</Table.Th>
            {example.tie.map(({ name, rank }) => (
              <Table.Th key={name} className="numbers">
                {rank ?? '–'}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </Example>
  );
}

/** Who lies further from the others than the share. */
export function DeviationExample({ example }: { example: RuleExample }) {
  const { t } = useTranslation('setup');
  return (
    <Example>
      <WideTable label={t('u_example')} minWidth={440}>
        <Table aria-label={t('u_example')} verticalSpacing={2}>
          <Table.Thead>
            <Table.Tr>
              <Table.Td />
              <Table.Th className="numbers">{t('u_total')}</Table.Th>
              <Table.Th className="numbers">{t('u_others')}</Table.Th>
              <Table.Th className="numbers">{t('u_distance')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {example.deviation.map(({ name, total, others, percent, deviates }) => (
              <Table.Tr key={name}>
                <Table.Td>
                  {t('u_expert', { number: name })}
                  {deviates && (
                    <>
                      {' '}
                      <StateMark tone="warn" icon="problem" text={t('u_needsReason')} />
                    </>
                  )}
                </Table.Td>
                <Table.Td className="numbers">{total}</Table.Td>
                <Table.Td className="numbers">{others}</Table.Td>
                <Table.Td className="numbers">{percent}%</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
    </Example>
  );
}
