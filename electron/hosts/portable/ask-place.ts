import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { WorkspacePlace } from './workspace-place.ts';
import { placeOfAnswer, travellingFolderName } from './workspace-place.ts';

export interface Question {
  /** Of the start file. */
  readonly beside: string;
  /** This computer's own place for a workspace. */
  readonly computerFolder: string;
  readonly input: Readable;
  readonly output: Writable;
}

/** Asks on the terminal where the workspace is to be kept, until that is told; null when the answers end without it. */
export async function askPlace({ beside, computerFolder, input, output }: Question): Promise<WorkspacePlace | null> {
  const lines = createInterface({ input });
  output.write(
    [
      '评审数据（工作区，加密保存）放在哪里？ Where is your data (the workspace, encrypted) to be kept?',
      `  1  本机 This computer: ${computerFolder}`,
      `  2  本文件夹中的“${travellingFolderName}”，随 U 盘走 In this folder, so that it travels with the stick: ${beside}`,
      '  或者写出另一个文件夹的完整路径 Or the full path of another folder',
      '请选择（直接按回车为 1） Choose (Enter for 1): ',
    ].join('\n'),
  );
  for await (const line of lines) {
    const place = placeOfAnswer(line, beside);
    if (place !== null) {
      lines.close();
      return place;
    }
    output.write('请输入 1、2 或完整路径 Enter 1, 2 or a full path: ');
  }
  return null;
}
