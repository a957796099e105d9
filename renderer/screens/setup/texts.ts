import { applicationsTexts } from './texts/applications-texts.ts';
import { assignmentsTexts } from './texts/assignments-texts.ts';
import { basicsTexts } from './texts/basics-texts.ts';
import { frameTexts } from './texts/frame-texts.ts';
import { issueTexts } from './texts/issue-texts.ts';
import { panelTexts } from './texts/panel-texts.ts';
import { rubricTexts } from './texts/rubric-texts.ts';
import { rulesTexts } from './texts/rules-texts.ts';

/** The texts of the set-up, step by step: each key begins with the letter of its step. */
export const setupTexts = {
  zh: {
    ...frameTexts.zh,
    ...basicsTexts.zh,
    ...rubricTexts.zh,
    ...rulesTexts.zh,
    ...panelTexts.zh,
    ...applicationsTexts.zh,
    ...assignmentsTexts.zh,
    ...issueTexts.zh,
  },
  en: {
    ...frameTexts.en,
    ...basicsTexts.en,
    ...rubricTexts.en,
    ...rulesTexts.en,
    ...panelTexts.en,
    ...applicationsTexts.en,
    ...assignmentsTexts.en,
    ...issueTexts.en,
  },
} as const;
