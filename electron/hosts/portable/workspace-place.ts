import { isAbsolute, join } from 'node:path';

/** Where a portable copy keeps its workspace: in each computer's own place for such, or in one folder. */
export type WorkspacePlace = { readonly kind: 'computer' } | { readonly kind: 'folder'; readonly folder: string };

/** The file that keeps the choice, beside the start file. */
export const placeFileName = '工作区位置.txt';

/** The folder that is offered beside the start file, for a workspace that travels with the stick. */
export const travellingFolderName = '工作区';

const computerWord = '本机';

/**
 * The place that the file names in its first line that is no comment; null where it names none. A folder that is not absolute lies in
 * `beside`, where the file itself lies: a stick has another letter on another computer.
 */
export function readPlace(text: string, beside: string): WorkspacePlace | null {
  const line = text
    .split(/\r?\n/)
    .map((written) => unquoted(written))
    .find((written) => written !== '' && !written.startsWith('#'));
  if (line === undefined) {
    return null;
  }
  return line === computerWord ? { kind: 'computer' } : { kind: 'folder', folder: isAbsolute(line) ? line : join(beside, line) };
}

/** The file's text for a choice. What lies in `beside` is written without the way there. */
export function writePlace(place: WorkspacePlace, beside: string): string {
  const travelling = place.kind === 'folder' && place.folder === join(beside, travellingFolderName);
  const word = place.kind === 'computer' ? computerWord : travelling ? travellingFolderName : place.folder;
  return [
    '# 工作区放在哪里：写“本机”，或者写一个文件夹（可以写成相对于本文件的）。删除本文件，下次启动时会再问。',
    '# Where the workspace is kept: 本机 for each computer’s own place, or a folder (may be relative to this file). Without this file the next start asks.',
    word,
    '',
  ].join('\r\n');
}

/** What an answer to the question means; null for one that can't be told, which is asked again. */
export function placeOfAnswer(answer: string, beside: string): WorkspacePlace | null {
  const said = unquoted(answer);
  if (said === '' || said === '1') {
    return { kind: 'computer' };
  }
  if (said === '2') {
    return { kind: 'folder', folder: join(beside, travellingFolderName) };
  }
  return isAbsolute(said) ? { kind: 'folder', folder: said } : null;
}

/** A folder that was dragged into the terminal comes in quotes. The mark that some editors put before UTF-8 counts as white space. */
function unquoted(text: string): string {
  const trimmed = text.trim();
  return /^(["']).*\1$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed;
}
