import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { termsEn } from '#shared/messages/terms-en.ts';
import { termsZh } from '#shared/messages/terms-zh.ts';
import type { Language } from '../app/language.ts';
import { electionTexts } from '../parts/election/texts.ts';
import { partsTexts } from '../parts/texts.ts';
import { applicationsTexts } from '../screens/applications/texts.ts';
import { sheetTexts } from '../screens/desk/sheet-texts.ts';
import { declarationsTexts } from '../screens/declarations/texts.ts';
import { evidenceTexts } from '../screens/desk/evidence/texts.ts';
import { deskTexts } from '../screens/desk/texts.ts';
import { codesTexts } from '../screens/merge/codes/texts.ts';
import { holdElectionTexts } from '../screens/merge/election/texts.ts';
import { receiveTexts } from '../screens/merge/receive/texts.ts';
import { returnTexts } from '../screens/merge/return-texts.ts';
import { intakeTexts } from '../screens/intake/texts.ts';
import { mergeTexts } from '../screens/merge/texts.ts';
import { overviewTexts } from '../screens/overview/texts.ts';
import { rankingTexts } from '../screens/ranking/texts.ts';
import { resultTexts } from '../screens/result/texts.ts';
import { roadshowTexts } from '../screens/roadshow/texts.ts';
import { roundsTexts } from '../screens/rounds/texts.ts';
import { settingsTexts } from '../screens/settings/texts.ts';
import { rubricFileTexts } from '../screens/setup/rubric-file-texts.ts';
import { setupTexts } from '../screens/setup/texts.ts';
import { framesTexts } from '../screens/submission/frames/texts.ts';
import { submissionTexts } from '../screens/submission/texts.ts';
import { visitTexts } from '../screens/visit/texts.ts';
import { unlockTexts } from '../screens/unlock/texts.ts';
import { shellTexts } from './texts.ts';

/** The window's texts, by the space that a component names. */
export const bySpace = {
  parts: partsTexts,
  election: electionTexts,
  holdElection: holdElectionTexts,
  shell: shellTexts,
  unlock: unlockTexts,
  rounds: roundsTexts,
  setup: setupTexts,
  rubricFile: rubricFileTexts,
  declarations: declarationsTexts,
  applications: applicationsTexts,
  desk: deskTexts,
  sheet: sheetTexts,
  intake: intakeTexts,
  evidence: evidenceTexts,
  roadshow: roadshowTexts,
  overview: overviewTexts,
  visit: visitTexts,
  submission: submissionTexts,
  frames: framesTexts,
  merge: mergeTexts,
  codes: codesTexts,
  receive: receiveTexts,
  returns: returnTexts,
  ranking: rankingTexts,
  result: resultTexts,
  settings: settingsTexts,
} as const;

type Spaces = typeof bySpace;
/** The Chinese texts give the keys; the English ones must have the same (and may add `_one` forms). */
export type Resources = { [Space in keyof Spaces]: Spaces[Space]['zh'] } & { terms: typeof termsZh };

export async function startTexts(language: Language): Promise<void> {
  const spaces = Object.entries(bySpace);
  await createInstance()
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: 'zh',
      defaultNS: 'parts',
      // The placeholders of `shared/messages/placeholders.ts`.
      interpolation: { prefix: '{', suffix: '}', escapeValue: false },
      resources: {
        zh: { ...Object.fromEntries(spaces.map(([space, texts]) => [space, texts.zh])), terms: termsZh },
        en: { ...Object.fromEntries(spaces.map(([space, texts]) => [space, texts.en])), terms: termsEn },
      },
    });
}
