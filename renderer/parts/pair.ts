/** The texts of a screen: the Chinese ones name the keys, the English ones must have them all. */
export function pair<const Chinese extends Record<string, string>>(
  zh: Chinese,
  en: { [Key in keyof Chinese]: string } & Partial<Record<`${string}_one`, string>>,
): { zh: Chinese; en: Record<string, string> } {
  return { zh, en };
}
