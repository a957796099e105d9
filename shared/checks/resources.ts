import { levelGroupsOf } from '../domain/values.ts';
import type { Check } from './ground.ts';
import { plain } from './wording.ts';

/** What A24–A26 ask for, and by which names such files go. */
const resources = [
  { code: 'A24', reason: 'standard', words: /标准|评价规范|大典/ },
  { code: 'A25', reason: 'textbook', words: /教材|大纲|教程|课件|讲义/ },
  { code: 'A26', reason: 'question-bank', words: /题库|试题|样卷|试卷/ },
] as const;

/**
 * A24–A26: the form says nothing of standards, textbooks and question banks, and a file's name proves nothing: what may
 * be one is pointed to, and the expert reads it. Which of the two 备注 an occupation has decides what A24 asks for.
 */
export const checkResources: Check = ({ application, occupations, catalogueByName, finding }) =>
  occupations.flatMap((occupation) =>
    resources.flatMap(({ code, reason, words }) => {
      const files = application.attachments.filter(
        (attachment) => attachment.class !== 'regulations' && words.test(plain(attachment.name)),
      );
      const remark = catalogueByName.get(plain(occupation.name))?.remark ?? '未列入';
      // A26 is asked per level group.
      const groups = code === 'A26' ? levelGroupsOf(occupation.levels) : [null];
      return groups.map((levelGroup) =>
        finding({
          code,
          occupation: occupation.name,
          levelGroup,
          verdict: 'doubtful',
          reason: files.length > 0 ? `${reason}-named` : `${reason}-not-seen`,
          found: { number: files.length, unit: '份' },
          where: files.map(({ name, sha256 }) => ({ source: name, attachment: sha256, page: null })),
          details: { remark },
        }),
      );
    }),
  );
