import { Button, Table } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conflict } from '#shared/api/merge.ts';
import type { CandidateResult, GateOutcome, Resolution } from '#shared/domain/result.ts';
import { useCore } from '../../app/core.tsx';
import { ResolveDialog } from '../../parts/resolving/resolve-dialog.tsx';
import { StateMark } from '../../parts/state-mark.tsx';

const tones = { met: 'good', 'not-met': 'bad', pending: 'warn', 'not-applicable': 'quiet' } as const;

/** The gates that did not simply pass, how the panel voted, and the chair's word on them, which can be given or changed here. */
export function GateList({ round, candidate }: { round: string; candidate: CandidateResult }) {
  const { t } = useTranslation('ranking');
  const { t: term } = useTranslation('terms');
  const { api } = useCore();
  const [open, setOpen] = useState<Conflict | null>(null);
  const [all, setAll] = useState(false);
  const details = useQuery(api.rounds.get.queryOptions({ input: { round } })).data;
  const board = useQuery(api.merge.board.queryOptions({ input: { round } })).data;
  const items = details?.round.rubric.items ?? [];
  const conflictOf = (gate: GateOutcome): Conflict =>
    matterOf(candidate, gate, items.find(({ code }) => code === gate.item)?.scope === 'applicant');
  const decisionOf = (gate: GateOutcome): Resolution | undefined => {
    const { application, item, occupation, levelGroup } = conflictOf(gate);
    return board?.resolutions.find(
      (one) =>
        one.kind === 'gate' &&
        one.application === application &&
        one.item === item &&
        one.occupation === occupation &&
        one.levelGroup === levelGroup,
    );
  };
  const standsOut = (gate: GateOutcome) => gate.outcome === 'not-met' || gate.outcome === 'pending' || gate.resolvedBy !== null;
  const shown = candidate.gates.filter((gate) => all || standsOut(gate));
  return (
    <div>
      {shown.length > 0 && (
        <Table aria-label={t('gates')} bg="var(--mantine-color-body)" withTableBorder>
          <Table.Tbody>
            {shown.map((gate) => (
              <Table.Tr key={`${gate.item} ${gate.levelGroup ?? ''}`}>
                <Table.Th scope="row">
                  {gate.item} {items.find(({ code }) => code === gate.item)?.text}
                  {gate.levelGroup !== null && ` · ${term(`levelGroup.${gate.levelGroup}`)}`}
                </Table.Th>
                <Table.Td>
                  <StateMark
                    tone={tones[gate.outcome]}
                    icon={gate.outcome === 'met' ? 'complete' : gate.outcome === 'not-applicable' ? 'empty' : 'problem'}
                    text={t(`gate_${gate.outcome}`)}
                  />
                </Table.Td>
                <Table.Td>
                  {gate.resolvedBy === null
                    ? tally(gate, (verdict) => term(`verdict.${verdict}`))
                    : t('overridden', { reason: decisionOf(gate)?.reason ?? '' })}
                </Table.Td>
                <Table.Td ta="right">
                  <Button
                    size="compact-md"
                    variant="default"
                    disabled={board === undefined || details === undefined}
                    aria-label={`${t('override')} ${gate.item}`}
                    onClick={() => setOpen(conflictOf(gate))}
                  >
                    {t('override')}
                  </Button>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {!all && candidate.gates.length > shown.length && (
        <Button size="compact-md" variant="subtle" mt="xs" onClick={() => setAll(true)}>
          {t('allGates', { count: candidate.gates.length })}
        </Button>
      )}
      {open !== null && board !== undefined && details !== undefined && (
        <ResolveDialog
          round={round}
          me={details.me}
          board={board}
          conflict={board.conflicts.find((one) => isSame(one, open)) ?? open}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

/** A gate as a matter to decide, whether or not anybody disputes it. */
function matterOf(
  { application, occupation }: CandidateResult,
  { item, levelGroup, votes, resolvedBy }: GateOutcome,
  ofApplicant: boolean,
): Conflict {
  return {
    kind: 'gate',
    application,
    occupation: ofApplicant ? null : occupation,
    levelGroup,
    item,
    stage: null,
    experts: votes.map(({ expert }) => expert),
    statements: votes.map(({ expert, verdict }) => ({ expert, verdict, value: null, points: null, comment: '', evidence: [] })),
    candidates: [],
    resolved: resolvedBy !== null,
  };
}

function isSame(one: Conflict, other: Conflict): boolean {
  return (
    one.kind === other.kind &&
    one.application === other.application &&
    one.item === other.item &&
    one.occupation === other.occupation &&
    one.levelGroup === other.levelGroup
  );
}

type Verdict = NonNullable<GateOutcome['votes'][number]['verdict']>;

/** `符合 2 · 不符合 1` */
function tally({ votes }: GateOutcome, word: (verdict: Verdict) => string): string {
  const counts = Map.groupBy(
    votes.flatMap(({ verdict }) => (verdict === null ? [] : [verdict])),
    (verdict) => verdict,
  );
  return [...counts].map(([verdict, those]) => `${word(verdict)} ${those.length}`).join(' · ');
}
