import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import rubricAsset from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import type { RoundResult } from '#shared/domain/result.ts';
import { defaultRules, type Round } from '#shared/domain/round.ts';
import { rubricSchema } from '#shared/domain/rubric.ts';
import { catchRefusal, RefusedError, type Result } from '#shared/result.ts';
import { instantOf } from '../core/clock.ts';
import { mergePackages, type MergedRound } from '../merging/merge-packages.ts';
import { readScore, roundToMerge, type ReceivedScore, type RoundToMerge } from '../merging/read-score.ts';
import { resultJson, writeResult } from '../merging/result-package.ts';
import { verifyResultFile } from '../merging/verify-result.ts';
import { openFileSource, type PackageSource } from '../packages/source.ts';
import type { Readers } from '../reading/readers.ts';
import { writeReports } from '../reports/write-reports.ts';
import type { RoundToIssue } from '../round-package/check-round.ts';
import { issueRound } from '../round-package/issue-package.ts';
import { readRound } from '../round-package/read-round.ts';
import { makeUpApplication, type MadeUpApplication } from './made-up-applications.ts';
import { makeUpPanel, type MadeUpMember } from './made-up-panel.ts';
import { madeUpResolutions } from './made-up-resolutions.ts';
import { prepareRehearsalFolder, type RehearsalPaths } from './rehearsal-folder.ts';
import { scoreAsExpert } from './score-as-expert.ts';

export type RehearsalStep = 'applications' | 'round' | 'scores' | 'merge' | 'reports';

export type RehearsalRequest = {
  /** Who reads what the made-up applicants hand in. */
  readonly readers: Readers;
  /** Absolute; empty, absent, or an earlier rehearsal's, which is replaced. */
  readonly folder: string;
  readonly applicants: number;
  /** Who score; the chair does not. */
  readonly experts: number;
  readonly seed: number;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly step: RehearsalStep; readonly done: number; readonly total: number }) => void;
};

export type Rehearsal = {
  readonly round: Round;
  readonly result: RoundResult;
  readonly paths: RehearsalPaths;
  readonly reports: readonly string[];
};

/** The days of a rehearsed round: those of the notice that it follows. */
export const rehearsalSchedule: Round['schedule'] = {
  applicationsUntil: '2022-10-31',
  documentsOn: '2022-11-08',
  visitsFrom: '2022-11-10',
  visitsUntil: '2022-11-16',
  roadshowOn: '2022-11-18',
};

/**
 * A whole practice round with made-up applicants, through the use cases and package files of a real one: applicants pack, the chair
 * issues, every expert accepts and scores, the chair merges and signs. The same seed gives the same round in everything but keys and
 * times. Refuses with `round/rehearsal-folder-not-empty` and with what the use cases refuse; throws the signal's reason.
 */
export function rehearse(request: RehearsalRequest): Promise<Result<Rehearsal>> {
  return catchRefusal(() => rehearsalSteps(request));
}

async function rehearsalSteps(request: RehearsalRequest): Promise<Rehearsal> {
  const { readers, applicants, seed, signal, onProgress } = request;
  const signedAt = instantOf(request.now());
  const paths = valueOf(await prepareRehearsalFolder(request.folder));
  const panel = await makeUpPanel({ paths, experts: request.experts, seed, signedAt });
  const rubric = rubricSchema.parse(rubricAsset);
  const applications: MadeUpApplication[] = [];
  for (let index = 0; index < applicants; index += 1) {
    signal?.throwIfAborted();
    onProgress?.({ step: 'applications', done: index, total: applicants });
    applications.push(valueOf(await makeUpApplication({ readers, paths, seed, index, rubric, schedule: rehearsalSchedule })));
  }

  onProgress?.({ step: 'round', done: 0, total: 1 });
  const draft = draftOf({ panel: [panel.chair, ...panel.experts], applications, rubric, seed });
  const bundles = applications.map(({ bundle }) => bundle);
  valueOf(await issueRound({ round: draft, bundles, chair: panel.chair.keys, signedAt, target: paths.round }));

  for (const [index, expert] of panel.experts.entries()) {
    signal?.throwIfAborted();
    onProgress?.({ step: 'scores', done: index, total: panel.experts.length });
    const recusedFrom = index === request.experts - 1 ? recusalOf(request, applications) : [];
    valueOf(await scoreAsExpert({ paths, expert: { ...expert, index }, chair: panel.chair, applications, recusedFrom, seed, signedAt }));
  }

  onProgress?.({ step: 'merge', done: 0, total: 1 });
  const { round, merged } = await mergeAsChair(paths, panel);
  valueOf(await writeResult({ merged, chair: panel.chair.keys, signedAt, target: paths.result }));
  valueOf(await verifyResultFile({ path: paths.result }));
  await writeFile(paths.resultJson, resultJson(merged.result));

  onProgress?.({ step: 'reports', done: 0, total: 1 });
  const reports = await writeReports({ folder: paths.reports, round: round.round, result: merged.result });
  return { round: round.round, result: merged.result, paths, reports };
}

type Draft = {
  readonly panel: readonly MadeUpMember[];
  readonly applications: readonly MadeUpApplication[];
  readonly rubric: Round['rubric'];
  readonly seed: number;
};

function draftOf({ panel, applications, rubric, seed }: Draft): RoundToIssue {
  const experts = panel.filter(({ member }) => member.role === 'expert');
  return {
    id: `rehearsal-${seed}`,
    title: '示例市新职业社会评价组织遴选（练习）',
    practice: true,
    authority: '示例市人力资源和社会保障局',
    notice: '练习批次：申报单位、人员和评分均为虚构。',
    schedule: rehearsalSchedule,
    rubric,
    rules: defaultRules,
    panel: panel.map(({ member }) => member),
    applications: applications.map(({ entry }) => entry),
    assignments: applications.flatMap(({ entry }) => experts.map(({ member }) => ({ expert: member.id, application: entry.id }))),
    recusals: [],
  };
}

/** The last expert once taught at the third applicant and says so; where there are too few to spare one, nobody did. */
function recusalOf({ experts }: RehearsalRequest, applications: readonly MadeUpApplication[]): readonly string[] {
  const third = applications[2];
  return experts > 2 && third !== undefined ? [third.entry.applicant.id] : [];
}

/** The chair reads what came in, decides what is open and merges. */
async function mergeAsChair(
  paths: RehearsalPaths,
  { chair, experts }: { readonly chair: MadeUpMember; readonly experts: readonly MadeUpMember[] },
): Promise<{ readonly round: RoundToMerge; readonly merged: MergedRound }> {
  const identities = [chair.keys.ageIdentity];
  const verified = valueOf(await reading(paths.round, (source, fileName) => readRound({ source, fileName, identities })));
  const round = await roundToMerge(verified, []);
  const scores: ReceivedScore[] = [];
  for (const { member } of experts) {
    const path = join(paths.scores, `${member.id}.lpscore`);
    scores.push(valueOf(await reading(path, (source, fileName) => readScore({ source, fileName, round, identities }))));
  }
  const open = mergePackages({ round, scores, resolutions: [] });
  const resolutions = madeUpResolutions(open.conflicts, chair.member.id);
  return { round, merged: resolutions.length === 0 ? open : mergePackages({ round, scores, resolutions }) };
}

async function reading<Value>(
  path: string,
  read: (source: PackageSource, fileName: string) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const fileName = basename(path);
  const opened = await openFileSource(path, fileName);
  if (!opened.ok) {
    return opened;
  }
  try {
    return await read(opened.value, fileName);
  } finally {
    await opened.value.close();
  }
}

/** The value of a step; its refusal ends the rehearsal. */
function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) {
    throw new RefusedError(result.refusal.code, result.refusal.details);
  }
  return result.value;
}
