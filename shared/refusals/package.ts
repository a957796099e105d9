/** Why a package is refused when it is read or written (design.md §3). */
export const packageRefusals = {
  'package/not-a-package': {
    zh: '{file} 不是遴评数据包。请选择 .lpapp、.lpround、.lpscore、.lpreturn、.lpresult 或 .lpcard 文件。',
    en: '{file} is not a Linping package. Choose an .lpapp, .lpround, .lpscore, .lpreturn, .lpresult or .lpcard file.',
  },
  'package/signature-invalid': {
    zh: '{file} 的签名不成立，文件可能被改动过。请向提交人重新索取。',
    en: 'The signature of {file} does not hold; the file may have been altered. Ask the sender for it again.',
  },
} as const;
