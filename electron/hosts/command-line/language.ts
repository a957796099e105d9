export type Language = 'zh' | 'en';
export type Text = { readonly zh: string; readonly en: string };

/** The language after `--lang`, else the environment's; Chinese where neither says English. */
export function languageOf(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>): Language {
  const given = valueAfter(argv, '--lang') ?? environment['LC_ALL'] ?? environment['LC_MESSAGES'] ?? environment['LANG'] ?? '';
  return given.toLowerCase().startsWith('en') ? 'en' : 'zh';
}

function valueAfter(argv: readonly string[], option: string): string | undefined {
  const joined = argv.find((word) => word.startsWith(`${option}=`));
  const index = argv.indexOf(option);
  return joined?.slice(option.length + 1) ?? (index === -1 ? undefined : argv[index + 1]);
}
