/** Why a package is refused when it is read or written (design.md §3). `{name}` is a file inside the package. */
export const packageRefusals = {
  'package/not-a-package': {
    zh: '{file} 不是遴评数据包。请选择 .lpapp、.lpround、.lpscore、.lpreturn、.lpresult 或 .lpcard 文件。',
    en: '{file} is not a Linping package. Choose an .lpapp, .lpround, .lpscore, .lpreturn, .lpresult or .lpcard file.',
  },
  'package/not-a-regular-file': {
    zh: '{file} 不是普通文件（可能是快捷方式、链接或文件夹）。请选择数据包文件本身。',
    en: '{file} is not a regular file (a link or a folder, perhaps). Choose the package file itself.',
  },
  'package/not-found': {
    zh: '找不到 {file}，或没有读取权限。请检查U盘是否还插着。',
    en: '{file} is not there or may not be read. Check that the stick is still plugged in.',
  },
  'package/truncated': {
    zh: '{file} 不完整，后半部分缺失。可能没有复制完就拔了U盘，请重新复制。',
    en: '{file} is cut short; its end is missing. It may not have been copied completely: copy it again.',
  },
  'package/zip-damaged': {
    zh: '{file} 的压缩结构已损坏（{name}）。请重新复制，或向提交人重新索取。',
    en: 'The ZIP structure of {file} is damaged ({name}). Copy it again, or ask the sender for it again.',
  },
  'package/zip-unsupported': {
    zh: '{file} 中的 {name} 用了数据包不允许的压缩或加密方式。请向提交人索取由遴评导出的文件。',
    en: '{name} in {file} is compressed or encrypted in a way packages may not use. Ask the sender for a file exported by Linping.',
  },
  'package/stray-bytes': {
    zh: '{file} 中夹带了不属于任何文件的数据。数据包可能被改动过，请向提交人重新索取。',
    en: '{file} carries bytes that belong to no file in it. It may have been altered: ask the sender for it again.',
  },
  'package/overlap': {
    zh: '{file} 中的 {name} 与另一文件共用同一段数据，这是恶意压缩包的做法。已拒绝，请向提交人核实。',
    en: '{name} in {file} shares its bytes with another file, as malicious archives do. Refused; check with the sender.',
  },
  'package/headers-differ': {
    zh: '{file} 中 {name} 的两处文件头互相矛盾。数据包可能被改动过，请向提交人重新索取。',
    en: 'The two headers of {name} in {file} contradict each other. It may have been altered: ask the sender for it again.',
  },
  'package/too-many-files': {
    zh: '{file} 里的文件多于 {limit} 个，已拒绝。请向提交人核实。',
    en: '{file} holds more than {limit} files; refused. Check with the sender.',
  },
  'package/too-big': {
    zh: '{file} 解开后超过 {limit} 字节，已拒绝。请向提交人核实。',
    en: '{file} unpacks to more than {limit} bytes; refused. Check with the sender.',
  },
  'package/tag-file-too-big': {
    zh: '{file} 中的 {name} 超过 {limit} 字节，正常的数据包不会这样。已拒绝，请向提交人核实。',
    en: '{name} in {file} is larger than {limit} bytes, which no proper package needs. Refused; check with the sender.',
  },
  'package/bomb': {
    zh: '{file} 中的 {name} 压缩比异常，是压缩炸弹的特征。已拒绝，请向提交人核实。',
    en: '{name} in {file} expands far more than real files do, like a zip bomb. Refused; check with the sender.',
  },
  'package/size-lies': {
    zh: '{file} 中 {name} 的实际大小与声明的不符。请向提交人重新索取。',
    en: '{name} in {file} is not as large as it claims. Ask the sender for it again.',
  },
  'package/damaged': {
    zh: '{file} 中的 {name} 已损坏（校验码不符）。请重新复制，或向提交人重新索取。',
    en: '{name} in {file} is damaged (its checksum differs). Copy it again, or ask the sender for it again.',
  },
  'package/name-leaves-bag': {
    zh: '{file} 中的文件名 {name} 指向数据包之外，已拒绝。请向提交人核实来源。',
    en: 'The name {name} in {file} points outside the package; refused. Check where it came from.',
  },
  'package/name-absolute': {
    zh: '{file} 中的文件名 {name} 是绝对路径，已拒绝。请向提交人核实来源。',
    en: 'The name {name} in {file} is an absolute path; refused. Check where it came from.',
  },
  'package/name-backslash': {
    zh: '{file} 中的文件名 {name} 含反斜杠，已拒绝。请向提交人索取由遴评导出的文件。',
    en: 'The name {name} in {file} contains a backslash; refused. Ask the sender for a file exported by Linping.',
  },
  'package/name-control-character': {
    zh: '{file} 中的文件名 {name} 含不可见字符，已拒绝。请向提交人核实来源。',
    en: 'The name {name} in {file} contains an invisible control character; refused. Check where it came from.',
  },
  'package/name-malformed': {
    zh: '{file} 中的文件名 {name} 不合规范，已拒绝。请向提交人索取由遴评导出的文件。',
    en: 'The name {name} in {file} is not well-formed; refused. Ask the sender for a file exported by Linping.',
  },
  'package/name-too-deep': {
    zh: '{file} 中的 {name} 文件夹层数过多，已拒绝。请向提交人核实来源。',
    en: '{name} in {file} lies too many folders deep; refused. Check where it came from.',
  },
  'package/name-duplicate': {
    zh: '{file} 中有两个同名文件 {name}，无法确定哪个是真的。已拒绝，请向提交人重新索取。',
    en: '{file} holds two files named {name}; which is meant cannot be known. Refused: ask the sender for it again.',
  },
  'package/name-collides': {
    zh: '{file} 中的 {name} 与另一文件名只有大小写或字形之别，在部分电脑上会互相覆盖。已拒绝，请向提交人重新索取。',
    en: '{name} in {file} differs from another name only by case or Unicode form; on some computers one would overwrite the other. Refused: ask the sender for it again.',
  },
  'package/link': {
    zh: '{file} 中的 {name} 是链接而不是文件，已拒绝。请向提交人核实来源。',
    en: '{name} in {file} is a link, not a file; refused. Check where it came from.',
  },
  'package/special-file': {
    zh: '{file} 中的 {name} 不是普通文件，已拒绝。请向提交人核实来源。',
    en: '{name} in {file} is not a regular file; refused. Check where it came from.',
  },
  'package/not-one-bag': {
    zh: '{file} 里不是恰好一个数据包文件夹。请选择由遴评导出的文件。',
    en: '{file} does not hold exactly one bag folder. Choose a file exported by Linping.',
  },
  'package/unlisted-file': {
    zh: '{file} 中的 {name} 不在清单里，可能是后来塞进去的。已拒绝，请向提交人重新索取。',
    en: '{name} in {file} is not in the manifest; it may have been slipped in later. Refused: ask the sender for it again.',
  },
  'package/missing-file': {
    zh: '{file} 缺少清单中的 {name}。请向提交人重新索取。',
    en: '{name}, which the manifest lists, is missing from {file}. Ask the sender for it again.',
  },
  'package/unexpected-file': {
    zh: '{file} 中的 {name} 不是这种数据包应有的文件。请向提交人索取由遴评导出的文件。',
    en: '{name} has no place in a package of this kind ({file}). Ask the sender for a file exported by Linping.',
  },
  'package/hash-mismatch': {
    zh: '{file} 中 {name} 的内容与清单的校验值不符，文件被改动或损坏。请向提交人重新索取。',
    en: 'The contents of {name} in {file} do not match the manifest; it was altered or damaged. Ask the sender for it again.',
  },
  'package/tag-file-malformed': {
    zh: '{file} 中的 {name} 格式不对。请向提交人索取由遴评导出的文件。',
    en: '{name} in {file} is not well-formed. Ask the sender for a file exported by Linping.',
  },
  'package/newer-format': {
    zh: '{file} 由更新版本的遴评制作（格式 {format}）。请先升级本软件再打开。',
    en: '{file} was made by a newer version of Linping (format {format}). Update this program, then open it.',
  },
  'package/kind-mismatch': {
    zh: '{file} 是{foundZh}，这里需要的是{expectedZh}。请选择正确的文件。',
    en: '{file} is of the kind ‘{foundEn}’, but ‘{expectedEn}’ is needed here. Choose the right file.',
  },
  'package/json-too-big': {
    zh: '{file} 中的 {name} 超过 {limit} 字节，已拒绝。请向提交人核实。',
    en: '{name} in {file} is larger than {limit} bytes; refused. Check with the sender.',
  },
  'package/json-too-deep': {
    zh: '{file} 中 {name} 的嵌套超过 {limit} 层，已拒绝。请向提交人核实。',
    en: '{name} in {file} is nested more than {limit} levels deep; refused. Check with the sender.',
  },
  'package/json-malformed': {
    zh: '{file} 中的 {name} 不是有效的 JSON。请向提交人重新索取。',
    en: '{name} in {file} is not valid JSON. Ask the sender for it again.',
  },
  'package/not-canonical': {
    zh: '{file} 中的 {name} 不是规范化 JSON（RFC 8785）。请向提交人索取由遴评导出的文件。',
    en: '{name} in {file} is not canonical JSON (RFC 8785). Ask the sender for a file exported by Linping.',
  },
  'package/schema-invalid': {
    zh: '{file} 的内容不符合格式：{where}。请向提交人索取由遴评导出的文件。',
    en: 'The contents of {file} do not follow the format, at {where}. Ask the sender for a file exported by Linping.',
  },
  'package/attachments-differ': {
    zh: '{file} 中的附件与申报内容列出的不一致：{name}。请让申报单位重新打包。',
    en: 'The attachments in {file} are not those the application lists: {name}. Have the applicant pack it again.',
  },
  'package/input-missing': {
    zh: '{file} 没有附上它所依据的数据包 {name}，无法核对。请向组长重新索取。',
    en: '{file} does not carry {name}, a package it is based on, so it cannot be checked. Ask the chair for it again.',
  },
  'package/signature-missing': {
    zh: '{file} 没有签名。请向提交人索取由遴评签名导出的文件。',
    en: '{file} is not signed. Ask the sender for a file that was signed and exported by Linping.',
  },
  'package/signature-invalid': {
    zh: '{file} 的签名不成立，文件可能被改动过。请向提交人重新索取。',
    en: 'The signature of {file} does not hold; the file may have been altered. Ask the sender for it again.',
  },
  'package/signer-unknown': {
    zh: '{file} 的签名人不在名册中。请核对名片指纹，或确认文件来自本批次的专家。',
    en: '{file} is signed by someone who is not on the roster. Compare the card fingerprint, or check that the file comes from an expert of this round.',
  },
  'package/key-needed': {
    zh: '{file} 已加密。请在收件人自己的工作区中打开，或提供密钥文件。',
    en: '{file} is encrypted. Open it in its recipient’s workspace, or supply the key file.',
  },
  'package/not-for-me': {
    zh: '{file} 不是加密给您的，打不开。请让提交人用您的名片重新导出。',
    en: '{file} is not encrypted to you and cannot be opened. Ask the sender to export it again with your card.',
  },
  'package/seal-broken': {
    zh: '{file} 的加密层已损坏或被改动。请重新复制，或向提交人重新索取。',
    en: 'The encryption of {file} is damaged or was altered. Copy it again, or ask the sender for it again.',
  },
  'package/card-invalid': {
    zh: '{file} 不是有效的名片，或被改动过。请让本人重新导出。',
    en: '{file} is not a valid identity card, or it was altered. Ask its owner to export it again.',
  },
  'package/card-age-key-unusable': {
    zh: '{file} 里的加密公钥不能用（不完整、被改动，或是不安全的特殊值），数据包无法加密给这个人。请让本人重新导出名片。',
    en: 'The encryption key in {file} cannot be used (incomplete, altered, or one of the unsafe special values), so nothing can be sealed to its owner. Ask its owner to export the card again.',
  },
  'package/card-sign-key-unusable': {
    zh: '{file} 里的签名公钥不能用（不完整、被改动，或是不安全的特殊值），无法证明是谁签的名。请让本人重新导出名片。',
    en: 'The signing key in {file} cannot be used (incomplete, altered, or one of the unsafe special values), so it cannot show who signed. Ask its owner to export the card again.',
  },
  'package/key-file-invalid': {
    zh: '{file} 不是有效的密钥文件。请检查文件内容。',
    en: '{file} is not a valid key file. Check its contents.',
  },
  'package/evidence-changed': {
    zh: '写入 {file} 时发现佐证 {name} 与登记的校验值不符，未写出。请检查工作区。',
    en: 'While writing {file}, the evidence {name} did not match its recorded hash; nothing was written. Check the workspace.',
  },
  'package/disk-full': {
    zh: '空间不足：{file} 需要 {needed} 字节，目标盘只剩 {free} 字节。请清理后重试。',
    en: 'Not enough space: {file} needs {needed} bytes, the target has {free}. Free some space and try again.',
  },
  'package/too-big-for-fat32': {
    zh: '{file} 约 {needed} 字节，超过 FAT32 U盘单个文件 4 GiB 的上限。请改用 exFAT 或 NTFS 格式的U盘。',
    en: '{file} would be about {needed} bytes, beyond the 4 GiB a FAT32 stick allows for one file. Use a stick formatted as exFAT or NTFS.',
  },
  'package/target-not-writable': {
    zh: '无法写入 {file}（{name}）。请检查文件夹是否存在、U盘是否写保护。',
    en: '{file} cannot be written ({name}). Check that the folder exists and the stick is not write-protected.',
  },
  'package/write-not-verified': {
    zh: '{file} 写出后读回核对不一致，未保存；原有的同名文件没有改动。请换一个U盘重试。',
    en: '{file} did not read back as it was written and was not saved; a file of that name that was there is unchanged. Try another stick.',
  },
} as const;
