/** The extension in lower case without its dot; '' for none. */
export function extensionOf(name: string): string {
  return (/\.([^./]{1,16})$/u.exec(name)?.[1] ?? '').toLowerCase();
}
