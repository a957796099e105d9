/**
 * A file name that travels (design.md §8): an ASCII-safe part and the Chinese name, without anything that FAT32, exFAT or
 * Windows refuses (`<>:"/\|?*`, control characters, trailing dots and spaces), and short enough for all of them.
 */
export function exportFileName({ ascii, chinese, extension }: { ascii: string; chinese: string; extension: string }): string {
  const safe = chinese
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const named = [ascii, Array.from(safe).slice(0, 40).join('')].filter((part) => part !== '').join('-');
  return `${named.replace(/[. ]+$/u, '')}.${extension}`;
}
