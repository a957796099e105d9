/** Packages and Node modules named in a bundle; its own parts (`./`) are beside it or the program wouldn't start. */
export function importsOf(source: string): string[] {
  const found = source.matchAll(/(?:^import |^\} from |^import \{[^}]*\} from |^import [^'"]+ from |\bimport\()"([\w@][^"]*)"/gm);
  return [...new Set([...found].map(([, name = '']) => name))];
}
