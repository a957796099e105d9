/** The one placeholder of every text, in whatever language: a name in braces, `{count}`. The window's texts are filled by i18next with the same braces. */
const placeholder = /\{(\w+)\}/g;

/** What fills a placeholder; undefined leaves it as it stands, so that a text that lacks a value shows it. */
export type PlaceholderValues = Readonly<Record<string, string | number | undefined>>;

/** The text with each `{name}` replaced by its value, as `inWords` writes it. */
export function fillPlaceholders(
  text: string,
  values: PlaceholderValues,
  inWords: (name: string, value: string | number) => string = (_name, value) => String(value),
): string {
  return text.replaceAll(placeholder, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : inWords(name, value);
  });
}

/** The names of the placeholders in a text, each once, in alphabetical order. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(placeholder)].flatMap(([, name]) => name ?? []))].toSorted();
}
