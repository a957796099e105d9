/**
 * A rough hint at how hard a passphrase is to guess: 0 too short to be taken, 1 weak, 2 usable, 3 strong. Counts distinct
 * characters and length; a Chinese character is worth about two Latin ones.
 */
export function passphraseStrength(passphrase: string): 0 | 1 | 2 | 3 {
  if (passphrase.length < 8) {
    return 0;
  }
  const characters = Array.from(passphrase);
  const distinct = new Set(characters).size;
  const weight = characters.reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
  if (distinct < 5 || /^\d+$/.test(passphrase)) {
    return 1;
  }
  if (weight >= 16 && distinct >= 8) {
    return 3;
  }
  return weight >= 11 ? 2 : 1;
}
