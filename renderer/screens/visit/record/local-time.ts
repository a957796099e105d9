/** An instant as the clock of this machine shows it, `2022-11-15T09:41`: what a field for date and time takes. */
export function asLocal(instant: string): string {
  const at = new Date(instant);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What such a field says, as an instant with this machine's offset; null while it is empty or half typed. */
export function asInstant(local: string): string | null {
  const at = new Date(local);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || Number.isNaN(at.getTime())) {
    return null;
  }
  const minutes = -at.getTimezoneOffset();
  const two = (part: number) => String(Math.trunc(Math.abs(part))).padStart(2, '0');
  return `${local}:00${minutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
