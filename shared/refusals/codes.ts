import { declarationRefusals } from './declaration.ts';
import { draftRefusals } from './draft.ts';
import { filesRefusals } from './files.ts';
import { intakeRefusals } from './intake.ts';
import { mergeRefusals } from './merge.ts';
import { numberRefusals } from './number.ts';
import { packageRefusals } from './package.ts';
import { readingRefusals } from './reading.ts';
import { resultRefusals } from './result.ts';
import { returnRefusals } from './return.ts';
import { reviewRefusals } from './review.ts';
import { roadshowRefusals } from './roadshow.ts';
import { roundRefusals } from './round.ts';
import { assignmentFileRefusals } from './assignment-file.ts';
import { rubricFileRefusals } from './rubric-file.ts';
import { rubricRefusals } from './rubric.ts';
import { sheetRefusals } from './sheet.ts';
import { visitRefusals } from './visit.ts';
import { workspaceRefusals } from './workspace.ts';

/** What happened and what to do, in both languages; `{name}` is filled from the refusal's details. */
export type RefusalText = { readonly zh: string; readonly en: string };

/** Every refusal the product can give, by its stable code. One file per area; add a code there, with its sentence. */
export const refusalTexts = {
  ...packageRefusals,
  ...workspaceRefusals,
  ...filesRefusals,
  ...draftRefusals,
  ...roundRefusals,
  ...rubricRefusals,
  ...assignmentFileRefusals,
  ...rubricFileRefusals,
  ...numberRefusals,
  ...sheetRefusals,
  ...declarationRefusals,
  ...reviewRefusals,
  ...visitRefusals,
  ...roadshowRefusals,
  ...intakeRefusals,
  ...readingRefusals,
  ...mergeRefusals,
  ...returnRefusals,
  ...resultRefusals,
} as const satisfies Record<string, RefusalText>;

/** A stable code such as `package/signature-invalid`. */
export type RefusalCode = keyof typeof refusalTexts;

/** Whether a code that came from elsewhere is one of ours. */
export function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusalTexts, code);
}
