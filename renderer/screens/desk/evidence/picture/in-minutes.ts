/** Degrees, minutes and seconds with the side of the earth: 28°00′36″N. */
export function inMinutes(degrees: number, [positive, negative]: readonly [string, string]): string {
  const seconds = Math.round(Math.abs(degrees) * 3600);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}°${two(Math.floor(seconds / 60) % 60)}′${two(seconds % 60)}″${degrees < 0 ? negative : positive}`;
}
