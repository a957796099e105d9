import type { Attachment } from '../domain/application.ts';
import { levelGroupsOf } from '../domain/values.ts';
import type { AppliedOccupation, Check, CheckContext } from './check-context.ts';
import { plain } from './wording.ts';
import type { Finding } from '../domain/finding.ts';

/** What A24 and A25 ask for, and by which names such files go. */
const texts = [
  { code: 'A24', reason: 'standard', words: /标准|评价规范|大典/ },
  { code: 'A25', reason: 'textbook', words: /教材|大纲|教程|课件|讲义/ },
] as const;
const questionBank = /题库|试题|样卷|试卷/;

/**
 * A24–A26: the form says nothing of standards, textbooks and question banks, and a file's name proves nothing: what may
 * be one is pointed to, and the expert reads it. Which of the two 备注 an occupation has decides what A24 asks for.
 */
export const checkResources: Check = (context) =>
  context.occupations.flatMap((occupation) => {
    const remark = context.catalogueByName.get(plain(occupation.name))?.remark ?? '未列入';
    return [
      ...texts.map(({ code, reason, words }) => {
        const files = filesNamed(context, words);
        return context.finding({
          code,
          occupation: occupation.name,
          verdict: 'doubtful',
          reason: files.length > 0 ? `${reason}-named` : `${reason}-not-seen`,
          found: { number: files.length, unit: '份' },
          where: placesOf(files),
          details: { remark },
        });
      }),
      ...questionBanks(context, occupation),
    ];
  });

/** A26 per level group: the levels that the names of question banks name, of the levels applied for. */
function questionBanks(context: CheckContext, { name, levels }: AppliedOccupation): Finding[] {
  const files = filesNamed(context, questionBank);
  const names = files.map((file) => plain(file.name).replaceAll(/[1-5](?=级)/g, (digit) => '一二三四五'.charAt(Number(digit) - 1)));
  return levelGroupsOf(levels).map((levelGroup) => {
    const asked = levels.filter((level) => levelGroupsOf([level]).includes(levelGroup));
    const covered = asked.filter((level) => names.some((one) => one.includes(level)));
    return context.finding({
      code: 'A26',
      occupation: name,
      levelGroup,
      verdict: 'doubtful',
      reason: files.length === 0 ? 'question-bank-not-seen' : covered.length === 0 ? 'question-bank-named' : 'question-bank-levels',
      found: { number: covered.length, unit: '个等级' },
      required: { number: asked.length, unit: '个等级' },
      where: placesOf(files),
      details: { files: files.length, levels: covered.join('、') },
      ...(covered.length === 0 ? {} : { measured: { count: covered.length, of: asked.length } }),
    });
  });
}

function filesNamed({ application }: CheckContext, words: RegExp): Attachment[] {
  return application.attachments.filter(({ class: kind, name }) => kind !== 'regulations' && words.test(plain(name)));
}

function placesOf(files: readonly Attachment[]) {
  return files.map(({ name, sha256 }) => ({ source: name, attachment: sha256, page: null }));
}
