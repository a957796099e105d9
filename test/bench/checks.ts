import { catalogue, rubric, schedule, times } from '../fixtures/checks/an-application.ts';
import { type ApplicationWithFacts, checkAcross, checkApplication } from '#shared/checks/index.ts';
import { anApplicant } from './an-applicant.ts';
import { type Bench, secondsOf } from './bench.ts';

export const bench: Bench = {
  name: 'checks',
  async run({ size }) {
    const count = size === 'full' ? 300 : 30;
    const applicants = times(count, (index) => anApplicant(index, false));
    const alike = times(count, (index) => anApplicant(index, true));
    // Engines warm up: what is measured is the desk's second list, not its first.
    checkAll(applicants.slice(0, 10));
    checkAcross(applicants.slice(0, 10));
    const floor = {
      what: 'writing and reading them as JSON',
      seconds: await secondsOf(() => {
        JSON.parse(JSON.stringify(applicants));
      }),
    };
    const measure = async (what: string, step: () => void) => ({ what, seconds: await secondsOf(step), bytes: null, floor });
    return [
      await measure(`${count} applications of 100 rows, all rules`, () => {
        checkAll(applicants);
        checkAcross(applicants);
      }),
      await measure('  of this, each by itself', () => {
        checkAll(applicants);
      }),
      await measure('  of this, with each other', () => {
        checkAcross(applicants);
      }),
      await measure('with each other, were they all alike', () => {
        checkAcross(alike);
      }),
    ];
  },
};

function checkAll(applicants: readonly ApplicationWithFacts[]): void {
  for (const { application, facts } of applicants) {
    checkApplication({ application, facts, rubric, catalogue, schedule });
  }
}
