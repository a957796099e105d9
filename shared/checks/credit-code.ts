const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Whether a 统一社会信用代码 has 18 places of its alphabet and the check digit that the first 17 give (GB 32100-2015). */
export function creditCodeHolds(code: string): boolean {
  const places = Array.from(code, (letter) => alphabet.indexOf(letter));
  if (places.length !== 18 || places.includes(-1)) {
    return false;
  }
  let weight = 1;
  let sum = 0;
  for (const place of places.slice(0, 17)) {
    sum += place * weight;
    weight = (weight * 3) % 31;
  }
  return places[17] === (31 - (sum % 31)) % 31;
}

/** 登记管理机关行政区划码: places 3–8. */
export function divisionOf(code: string): string {
  return code.slice(2, 8);
}
