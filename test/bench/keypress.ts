import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import Sqlite from 'better-sqlite3';
import rubricJson from '#assets/rubrics/wenzhou-2022.json' with { type: 'json' };
import { router } from '#electron/api/router.ts';
import { createCore } from '#electron/api/create-core.ts';
import type { OpenCore } from '#electron/core/core.ts';
import { hashOf } from '#electron/round-package/hash-of.ts';
import { defaultRules, type Round } from '#shared/domain/round.ts';
import { rubricSchema } from '#shared/domain/rubric.ts';
import { stageSchema } from '#shared/domain/values.ts';
import { slotsOf } from '#shared/scoring/index.ts';
import { secondsOf, type Bench, type Measurement } from './bench.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';

const rubric = rubricSchema.parse(rubricJson);
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const blank = { value: null, points: null, verdict: null, evidence: [] };

/**
 * One answer kept, through the API, in a workspace whose sheets are all written and sealed once: the slowest there is. What it
 * costs must not depend on how many applications the round has.
 */
export const bench: Bench = {
  name: 'keypress',
  async run({ size, folder }) {
    const answers = size === 'full' ? 1000 : 50;
    const floor = bareInserts(join(folder, 'bare.db'), answers);
    const measured: Measurement[] = [];
    const p95s: number[] = [];
    for (const applications of size === 'full' ? [30, 300] : [3, 30]) {
      const times = await keypresses({ folder: join(folder, `${applications}`), applications, answers });
      for (const share of [0.5, 0.95]) {
        const what = `p${share * 100} of ${answers} answers, ${applications} applications`;
        const bare = { what: 'bare SQLite insert, synced', seconds: at(floor, share) };
        measured.push({ what, seconds: at(times, share), bytes: null, floor: bare });
      }
      p95s.push(at(times, 0.95));
    }
    const [few = 0, many = 0] = p95s;
    measured.push({ what: 'p95 with ten times the applications', seconds: many, bytes: null, floor: { what: 'p95 before', seconds: few } });
    return measured;
  },
};

async function keypresses({ folder, applications, answers }: { folder: string; applications: number; answers: number }): Promise<number[]> {
  const core = createCore({
    workspaceFolder: folder,
    host: { kind: 'browser', dialogs: null, startReader: forkReader },
    version: 'bench',
    now: () => new Date(),
  });
  const created = await core.create({ passphrase: 'keypress 按键', name: '专家（虚构）', organisation: '' });
  if (!created.ok) {
    throw new Error(created.refusal.code);
  }
  const round = writtenRound(core.opened(), applications);
  const client = createRouterClient(router, { context: { core } });
  const times: number[] = [];
  for (const index of numbers(answers)) {
    const application = round.applications[(index * 7) % applications];
    if (application === undefined) {
      throw new Error('an index within the list');
    }
    const slots = slotsOf(rubric, 'document', application).filter(({ item }) => item.startsWith('G'));
    const slot = slots[index % slots.length];
    if (slot === undefined) {
      throw new Error('the rubric has gates');
    }
    const answer = { ...blank, verdict: index % 2 === 0 ? ('met' as const) : ('not-met' as const), comment: `第 ${index} 次修改` };
    const address = { round: round.id, application: application.id, stage: 'document' as const };
    times.push(
      await secondsOf(async () => {
        await client.sheets.record({ ...address, slot, answer, reason: '复核' });
      }),
    );
  }
  await core.close();
  return times;
}

/** A round of that many made-up applications, all mine, with every sheet written and sealed. */
function writtenRound(core: OpenCore, applications: number): Round {
  const me = core.me.person.keyId;
  const round: Round = {
    id: 'round',
    title: '虚构批次',
    practice: true,
    authority: '',
    notice: '',
    schedule: { applicationsUntil: null, documentsOn: null, visitsFrom: null, visitsUntil: null, roadshowOn: null },
    rubric,
    rubricSha256: hashOf(rubric),
    rules: defaultRules,
    rulesSha256: hashOf(defaultRules),
    panel: [{ id: me, name: '专家（虚构）', organisation: '', role: 'chair', ...core.me.keys.public }],
    applications: numbers(applications).map((index) => ({
      id: `application-${index}`,
      applicant: { id: `application-${index}`, name: `虚构单位 ${index}`, type: '院校' },
      occupations: ['无人机驾驶员', '全媒体运营师'].map((name) => ({ name, levels: ['五级', '四级', '三级'] })),
      bundle: { sha256: index.toString(16).padStart(64, '0'), bytes: 1 },
    })),
    assignments: numbers(applications).map((index) => ({ expert: me, application: `application-${index}` })),
    recusals: [],
  };
  const { stores } = core.workspace;
  stores.rounds.fix({ round, sha256: 'f'.repeat(64), state: 'accepted', me, roles: ['chair', 'expert'] });
  for (const application of round.applications) {
    for (const stage of stageSchema.options) {
      const given = slotsOf(rubric, stage, application).map((slot) => ({ slot, answer: { ...blank, comment: '初评' }, reason: null }));
      stores.sheets.recordAll({ round: round.id, application: application.id, stage }, given);
    }
  }
  stores.seals.seal(round.id, ({ sequence, sealedAt, audit }) => ({
    kind: 'score',
    format: 1,
    round: { id: round.id, sha256: 'f'.repeat(64) },
    rubricSha256: round.rubricSha256,
    rulesSha256: round.rulesSha256,
    expert: { id: me, name: '', key: me },
    sequence,
    sealedAt,
    declarations: [],
    recusals: [],
    sheets: stores.sheets.readAll(round.id),
    audit,
  }));
  return round;
}

function bareInserts(file: string, count: number): number[] {
  const database = new Sqlite(file);
  database.pragma('journal_mode=WAL');
  database.pragma('synchronous=FULL');
  database.exec('CREATE TABLE answer (number INTEGER PRIMARY KEY, text TEXT)');
  const insert = database.prepare('INSERT INTO answer (text) VALUES (?)');
  const times = numbers(count).map((index) => {
    const from = process.hrtime.bigint();
    insert.run(`第 ${index} 次修改`);
    return Number(process.hrtime.bigint() - from) / 1e9;
  });
  database.close();
  return times;
}

/** The time that this share of them did not exceed. */
function at(times: readonly number[], share: number): number {
  return times.toSorted((one, other) => one - other)[Math.ceil(times.length * share) - 1] ?? 0;
}
