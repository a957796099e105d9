import { createRouterClient } from '@orpc/server';
import { router } from '#electron/api/router.ts';
import { createCore } from '#electron/api/create-core.ts';
import type { Core, OpenCore } from '#electron/core/core.ts';
import { readerVersion } from '#electron/reading/limits.ts';
import { hashOf } from '#electron/round-package/hash-of.ts';
import { defaultRules, type Round } from '#shared/domain/round.ts';
import { rubric, schedule, times } from '../fixtures/checks/an-application.ts';
import { anApplicant } from './an-applicant.ts';
import { secondsOf, type Bench, type Measurement } from './bench.ts';
import { forkReader } from '#electron/hosts/reader/fork-reader.ts';

const passphrase = 'list 列表';
const clientOf = (core: Core) => createRouterClient(router, { context: { core } });

/**
 * The list of a round, and what the checks say behind it, in a workspace just opened and again; and how long anybody else's
 * call had to wait meanwhile. All facts are kept already, as they are once a round was taken in.
 */
export const bench: Bench = {
  name: 'list',
  async run({ size, folder }) {
    const count = size === 'full' ? 300 : 30;
    const open = (): Core =>
      createCore({
        workspaceFolder: folder,
        host: { kind: 'browser', dialogs: null, startReader: forkReader },
        version: 'bench',
        now: () => new Date(),
      });
    const first = open();
    await first.create({ passphrase, name: '组长（虚构）', organisation: '' });
    const { round, documents } = keepRound(first.opened(), count);
    await first.close();

    const floor = {
      what: 'parsing their documents',
      seconds: await secondsOf(() => documents.forEach((document) => void JSON.parse(document))),
    };
    const core = open();
    await core.unlock(passphrase);
    const measured: Measurement[] = [];
    for (const when of ['first', 'again']) {
      const measure = async (what: string, step: () => Promise<void>) =>
        measured.push({ what: `${count} applications, ${when}: ${what}`, seconds: await secondsOf(step), bytes: null, floor });
      await measure('the list', async () => {
        await clientOf(core).applications.list({ round });
      });
      let waited = 0;
      await measure('what the checks say of all', async () => {
        const others = new AbortController();
        const waiting = longestWait(core, others.signal);
        for await (const _ of await clientOf(core).applications.problems({ round })) {
          // One after the other, as the page takes them.
        }
        others.abort();
        waited = await waiting;
      });
      measured.push({ what: '  meanwhile another call took at most', seconds: waited, bytes: null, floor: null });
    }
    await core.close();
    return measured;
  },
};

/** Asks for something small again and again; the longest that it took. */
async function longestWait(core: Core, signal: AbortSignal): Promise<number> {
  let longest = 0;
  while (!signal.aborted) {
    longest = Math.max(
      longest,
      await secondsOf(async () => {
        await new Promise(setImmediate);
        await clientOf(core).workspace.settings();
      }),
    );
  }
  return longest;
}

/** A round of mine with that many made-up applications, taken in with their facts. */
function keepRound({ workspace, me }: OpenCore, count: number): { round: string; documents: string[] } {
  const { stores } = workspace;
  const { keyId } = me.person;
  const applicants = times(count, (index) => ({ ...anApplicant(index, false), bundle: index.toString(16).padStart(64, '0') }));
  const round: Round = {
    id: 'round',
    title: '虚构批次',
    practice: true,
    authority: '',
    notice: '',
    schedule,
    rubric,
    rubricSha256: hashOf(rubric),
    rules: defaultRules,
    rulesSha256: hashOf(defaultRules),
    panel: [{ id: keyId, name: '组长（虚构）', organisation: '', role: 'chair', ...me.keys.public }],
    applications: applicants.map(({ application: { id, occupations }, bundle }, index) => ({
      id,
      applicant: { id, name: `虚构单位${index}`, type: '院校' },
      occupations: occupations.map(({ name, levels }) => ({ name, levels })),
      bundle: { sha256: bundle, bytes: 1 },
    })),
    assignments: applicants.map(({ application: { id } }) => ({ expert: keyId, application: id })),
    recusals: [],
  };
  workspace.transaction(() => {
    for (const { application, facts, bundle } of applicants) {
      stores.applications.keep({ bundle, bytes: 1, signer: null, application });
      stores.facts.keep({ bundle, reader: readerVersion, facts });
    }
    stores.rounds.fix({ round, sha256: 'f'.repeat(64), state: 'accepted', me: keyId, roles: ['chair', 'expert'] });
  });
  return { round: round.id, documents: applicants.map(({ application }) => JSON.stringify(application)) };
}
