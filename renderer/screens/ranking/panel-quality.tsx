import { Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PanelQuality } from '#shared/api/merge.ts';
import { useCore } from '../../app/core.tsx';
import { ExpertDot } from '../../parts/expert-dot.tsx';
import { RefusalNote } from '../../parts/refusal-note.tsx';
import { WideTable } from '../../parts/wide-table.tsx';
import styles from './ranking.module.css';

const figure = (number: number | null) => (number === null ? '–' : number.toFixed(2));
const signed = (number: number | null) => (number !== null && number >= 0.005 ? `+${figure(number)}` : figure(number));

/** How each expert scored beside the others, and how far the panel agrees, with what each number says. */
export function PanelQualityView({ round }: { round: string }) {
  const { t } = useTranslation('ranking');
  const { api } = useCore();
  const quality = useQuery(api.merge.quality.queryOptions({ input: { round } }));
  if (quality.data === undefined) {
    return quality.error === null ? <Skeleton h={240} /> : <RefusalNote error={quality.error} />;
  }
  const { experts, agreement } = quality.data;
  return (
    <Stack>
      <Text maw={720}>{t('qualityBody')}</Text>
      <WideTable label={t('qualityTable')} minWidth={640}>
        <Table aria-label={t('qualityTable')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('colExpert')}</Table.Th>
              <Table.Th className="numbers">{t('colScored')}</Table.Th>
              <Table.Th className="numbers">{t('leniency')}</Table.Th>
              <Table.Th aria-hidden>{t('leniencyAxis')}</Table.Th>
              <Table.Th className="numbers">{t('spread')}</Table.Th>
              <Table.Th className="numbers">{t('deviation')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {experts.map((expert) => (
              <Table.Tr key={expert.expert}>
                <Table.Th scope="row">
                  <ExpertDot round={round} expert={expert.expert} />
                  {expert.name}
                </Table.Th>
                <Table.Td className="numbers">{expert.candidates}</Table.Td>
                <Table.Td className="numbers">{signed(expert.leniency)}</Table.Td>
                <Table.Td aria-hidden>
                  <Side leniency={expert.leniency} experts={experts} />
                </Table.Td>
                <Table.Td className="numbers">{figure(expert.spread)}</Table.Td>
                <Table.Td className="numbers">{figure(expert.deviation)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </WideTable>
      <Explained words={[t('leniencyWords'), t('spreadWords'), t('deviationWords')]} />
      <Title order={2} size="h3">
        {t('agreement')}
      </Title>
      <Agreement agreement={agreement} />
    </Stack>
  );
}

/** Left of the middle strict, right of it mild; the longest bar is the largest figure of the panel. */
function Side({ leniency, experts }: { leniency: number | null; experts: PanelQuality['experts'] }) {
  const largest = Math.max(...experts.map((expert) => Math.abs(expert.leniency ?? 0)));
  if (leniency === null || largest === 0) {
    return <span className={styles['bar']} />;
  }
  const width = `${(Math.abs(leniency) / largest) * 50}%`;
  const strict = leniency < 0;
  return (
    <span className={styles['bar']}>
      <span data-side={strict ? 'strict' : 'mild'} style={strict ? { right: '50%', width } : { left: '50%', width }} />
    </span>
  );
}

function Agreement({ agreement }: { agreement: PanelQuality['agreement'] }) {
  const { t } = useTranslation('ranking');
  const { experts, candidates } = agreement;
  if (agreement.kind === 'suppressed') {
    return <Text>{t('agreementFew', { experts, candidates })}</Text>;
  }
  const words = (value: number | null) =>
    value === null ? t('agreesUnknown') : value >= 0.8 ? t('agreesWell') : value >= 0.667 ? t('agreesFairly') : t('agreesLittle');
  return (
    <>
      <Text className="numbers">{t('agreementOver', { experts, candidates })}</Text>
      <Table maw={720} aria-label={t('agreement')}>
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">{t('alpha')}</Table.Th>
            <Table.Td className="numbers">{figure(agreement.alpha)}</Table.Td>
            <Table.Td>{words(agreement.alpha)}</Table.Td>
          </Table.Tr>
          <Table.Tr>
            <Table.Th scope="row">{t('icc')}</Table.Th>
            <Table.Td className="numbers">{figure(agreement.icc)}</Table.Td>
            <Table.Td>{agreement.icc === null ? t('iccFew') : words(agreement.icc)}</Table.Td>
          </Table.Tr>
        </Table.Tbody>
      </Table>
      <Explained words={[t('alphaWords'), t('iccWords')]} />
    </>
  );
}

function Explained({ words }: { words: readonly string[] }) {
  return words.map((each) => (
    <Text key={each} size="sm" c="dimmed" maw={720}>
      {each}
    </Text>
  ));
}
