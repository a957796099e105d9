import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeSheet } from '#electron/forms/write-sheet.ts';
import type { Readers } from '#electron/reading/readers.ts';
import { type ReadFolder, readApplicantFiles } from '#electron/intake/read-folder.ts';
import { type FormContents, layOutForm } from '#shared/forms/form-layout.ts';
import { valueOf } from '#shared/result.ts';
import { type FormStyle, plainStyle } from '#shared/forms/form-style.ts';
import { type Character, characters } from './applicants/character.ts';
import { type Dice, makeDice } from './applicants/dice.ts';
import { makeUpApplication } from './applicants/made-up-application.ts';
import { makePhoto } from './applicants/photos.ts';
import { makeLease, makePledge, makeRegistration, makeRegulations, makeStanding } from './applicants/proof-pdfs.ts';
import { makeTrainingSheet } from './applicants/training-sheet.ts';

/** A made-up applicant's folder, in memory; a file's name may have folders before it. */
export type ApplicantFolder = {
  readonly folderName: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** What was written into the form, for tests to compare with what is read. */
  readonly written: FormContents;
};

/**
 * Makes an applicant up: form, pledge, proofs, regulations, training record and photos, the same bytes for the same seed and index.
 * Every eighth has the same character (`applicants/character.ts`): sound, or with something that the checks must find.
 */
export async function makeApplicant({ seed, index }: { seed: number; index: number }): Promise<ApplicantFolder> {
  const character = characters[index % characters.length];
  if (character === undefined) {
    throw new RangeError(`no applicant ${index}`);
  }
  const written = makeUpApplication({ seed, index, character });
  const dice = makeDice('files', seed, index);
  const files = [
    await makeForm(written, { dice, index }),
    { name: '附件4 诚信承诺书.pdf', bytes: await makePledge(written, character) },
    { name: '法人登记证书.pdf', bytes: await makeRegistration(written) },
    { name: '制度汇编.pdf', bytes: await makeRegulations(written) },
    { name: '培训台账.xlsx', bytes: await makeTrainingSheet(character.trained) },
    ...(character.standing.length === 0 ? [] : [{ name: '其他/评估等级证明.pdf', bytes: await makeStanding(written, character) }]),
    ...(await makePremises(written, { character, dice })),
    ...makePhotos({ character, dice, seed }),
  ];
  return { folderName: `${String(index + 1).padStart(2, '0')}-${written.applicant.name}`, files, written };
}

/** Writes the folder under `parent` and returns its path. */
export async function writeApplicantFolder(folder: ApplicantFolder, parent: string): Promise<string> {
  const path = join(parent, folder.folderName);
  for (const { name, bytes } of folder.files) {
    const target = join(path, ...name.split('/'));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, bytes);
  }
  return path;
}

/** The applicant as intake reads it: its files go the way of a real folder's. Throws a refusal: one of its form is a bug of the generator. */
export async function applicantBundleInput(folder: ApplicantFolder, readers: Readers): Promise<ReadFolder> {
  return valueOf(await readApplicantFiles(folder, { readers }));
}

type File = ApplicantFolder['files'][number];

/** Most hand in Word, every fourth a workbook, each filled in in its own style. */
async function makeForm(written: FormContents, { dice, index }: { dice: Dice; index: number }): Promise<File> {
  const style: FormStyle = {
    ...plainStyle,
    box: dice.pick(['ticked', 'check', 'square']),
    levels: dice.pick(['listed', 'short', 'named', 'range']),
    date: dice.pick(['chinese', 'dashes', 'dots', 'spaced']),
    tables: dice.pick(['many', 'one']),
    headings: dice.pick(['bare', 'numbered']),
    areaUnit: dice.pick(['平方米', '㎡']),
    countUnit: dice.pick(['', '台']),
    sharedField: dice.pick(['each', 'each', 'merged']),
  };
  const blocks = layOutForm(written, style);
  if (index % 4 === 3) {
    return { name: '附件3 申报表.xlsx', bytes: await writeSheet(blocks) };
  }
  const { writeWord } = await import('#electron/forms/write-word.ts');
  return { name: '附件3 申报表.docx', bytes: await writeWord(blocks, '练习 · 虚构数据') };
}

async function makePremises(written: FormContents, { character, dice }: { character: Character; dice: Dice }): Promise<File[]> {
  const { premises } = character;
  return premises.kind === 'leased'
    ? [{ name: '场地证明/租赁合同.pdf', bytes: await makeLease(written, premises.months) }]
    : [{ name: '场地证明/不动产权证.jpg', bytes: makePhoto({ dice, takenAt: '2022-09-01T09:00:00' }) }];
}

function makePhotos({ character, dice, seed }: { character: Character; dice: Dice; seed: number }): File[] {
  const day = `2022-09-${String(dice.between(10, 28))}`;
  const theory =
    character.shares === 'a-photo'
      ? { dice: makeDice('shared photo', seed), takenAt: '2022-09-18T10:05:12' }
      : { dice, takenAt: `${day}T10:05:12` };
  return [
    { name: '照片/理论考场.jpg', bytes: makePhoto(theory) },
    { name: '照片/实操场地.jpg', bytes: makePhoto({ dice, takenAt: `${day}T10:22:40` }) },
  ];
}
