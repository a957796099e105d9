/** The kinds of file that travel (design.md §3); `.lpcard` is a JSON file, the others are bags. */
export const packageKinds = {
  application: { extension: 'lpapp', confidential: false, signature: 'optional', zh: '申报数据包', en: 'application bundle' },
  round: { extension: 'lpround', confidential: true, signature: 'chair', zh: '评审批次包', en: 'round' },
  score: { extension: 'lpscore', confidential: true, signature: 'expert', zh: '评分结果包', en: 'score package' },
  return: { extension: 'lpreturn', confidential: true, signature: 'chair', zh: '退回重评包', en: 'return' },
  result: { extension: 'lpresult', confidential: false, signature: 'chair', zh: '评审结果包', en: 'result' },
} as const;

/** `application`, `round`, `score`, `return` or `result`. */
export type PackageKind = keyof typeof packageKinds;

/** Whether `text` names a kind of package. */
export function isPackageKind(text: unknown): text is PackageKind {
  return typeof text === 'string' && Object.hasOwn(packageKinds, text);
}

/** The format number this version writes (`Linping-Format`); older ones are migrated in memory, newer ones refused. */
export const packageFormat = 1;
