const madeByComputers = /^(\.ds_store|thumbs\.db|desktop\.ini|\._.*|~\$.*|\.~.*|__macosx)$/iu;

/** Whether a file or folder of that name is what systems and programs leave behind, never handed in by a person. */
export function isJunk(name: string): boolean {
  return madeByComputers.test(name);
}
