/** Why a workspace can't be made, opened or used (design.md §4). */
export const workspaceRefusals = {
  'workspace/passphrase-wrong': {
    zh: '口令不正确，工作区没有打开。请检查大小写和输入法后重试。',
    en: 'The passphrase is wrong; the workspace stays closed. Check capitals and the input method, then try again.',
  },
  'workspace/locked': {
    zh: '工作区已锁定。请先输入口令。',
    en: 'The workspace is locked. Enter the passphrase first.',
  },
} as const;
