/** Why a workspace can't be made, opened or used (design.md §4). */
export const workspaceRefusals = {
  'workspace/passphrase-wrong': {
    zh: '口令不正确，工作区没有打开。请检查大小写和输入法后重试。',
    en: 'The passphrase is wrong; the workspace stays closed. Check capitals and the input method, then try again.',
  },
  'workspace/too-many-guesses': {
    zh: '口令连续输错，请过 {seconds} 秒再试。',
    en: 'The passphrase was wrong several times. Try again in {seconds} seconds.',
  },
  'workspace/locked': {
    zh: '工作区已锁定。请先输入口令。',
    en: 'The workspace is locked. Enter the passphrase first.',
  },
  'workspace/not-found': {
    zh: '{folder} 里没有工作区。请检查文件夹，或新建工作区。',
    en: 'There is no workspace in {folder}. Check the folder, or create a workspace.',
  },
  'workspace/already-exists': {
    zh: '{folder} 里已有工作区。请用口令打开它，或另选文件夹。',
    en: '{folder} already holds a workspace. Open it with its passphrase, or choose another folder.',
  },
  'workspace/folder-not-empty': {
    zh: '{folder} 里有别的文件。请为工作区选一个空文件夹。',
    en: '{folder} holds other files. Choose an empty folder for the workspace.',
  },
  'workspace/keys-missing': {
    zh: '{folder} 里有工作区的数据，但没有 keys.json 和 keys-copy.json，打不开，这里没有改动任何文件。请把其中一个从备份或别处找回来放进去；要新建工作区，另选一个空文件夹。',
    en: '{folder} holds the data of a workspace but neither keys.json nor keys-copy.json, so it cannot be opened; nothing in it was changed. Put one of the two back from a backup; for a new workspace choose an empty folder.',
  },
  'workspace/keys-damaged': {
    zh: '{folder} 里的 keys.json 和 keys-copy.json 都已损坏，工作区打不开，数据没有改动。请从备份找回其中一个，或请技术人员查看。',
    en: 'Both keys.json and keys-copy.json in {folder} are damaged, so the workspace cannot be opened; its data was not changed. Put one of the two back from a backup, or ask for technical help.',
  },
  'workspace/in-use': {
    zh: '另一个遴评程序正在使用 {folder}。请先关闭它，再打开工作区。',
    en: 'Another Linping is using {folder}. Close it first, then open the workspace.',
  },
  'workspace/newer-schema': {
    zh: '工作区由更新版本的遴评写成（格式 {found}，本版本最高支持 {known}）。请用新版本打开。',
    en: 'The workspace was written by a newer Linping (format {found}; this version knows up to {known}). Open it with the newer version.',
  },
  'workspace/damaged': {
    zh: '工作区文件 {file} 已损坏，工作区没有改动。请从备份恢复，或请技术人员查看。',
    en: 'The workspace file {file} is damaged; nothing was changed. Restore it from a backup, or ask for technical help.',
  },
  'workspace/backup-failed': {
    zh: '升级前的备份写出后核对不一致，工作区没有升级，也没有改动。请检查磁盘，腾出空间后重试。',
    en: 'The backup that is made before a workspace is brought up to date did not read back as written; the workspace was left as it is. Check the disk and its free space, then try again.',
  },
  'workspace/disk-full': {
    zh: '磁盘空间不足，刚才的操作没有保存。请清理磁盘后重试。',
    en: 'The disk is full; the last operation was not saved. Free some space, then try again.',
  },
  'workspace/not-writable': {
    zh: '不能写入 {folder}。请检查文件夹权限，或另选文件夹。',
    en: '{folder} cannot be written to. Check its permissions, or choose another folder.',
  },
  'workspace/evidence-missing': {
    zh: '佐证文件 {sha256} 不在工作区里。请重新导入它所属的数据包。',
    en: 'The evidence {sha256} is not in the workspace. Import the package it belongs to again.',
  },
} as const;
