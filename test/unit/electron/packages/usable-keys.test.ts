import { generateKeyPairSync } from 'node:crypto';
import { bech32 } from '@scure/base';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { assert, constantFrom, nat, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUsableAgeRecipient, isUsableSignKey } from '#electron/packages/usable-keys.ts';

const p = 2n ** 255n - 19n;

/** 32 bytes, the lowest first. */
function bytesOf(value: bigint): Buffer {
  return Buffer.from(Buffer.from(value.toString(16).padStart(64, '0'), 'hex').toReversed());
}

const recipientOf = (u: bigint, prefix = 'age') => bech32.encodeFromBytes(prefix, bytesOf(u));
const signKeyOf = (encoded: bigint) => ({ x: bytesOf(encoded).toString('base64url') });
const withSign = (y: bigint) => y + 2n ** 255n;

describe('an age recipient', () => {
  test('that age made is usable', async () => {
    for (let count = 0; count < 20; count += 1) {
      expect(isUsableAgeRecipient(await identityToRecipient(await generateX25519Identity()))).toBe(true);
    }
  });

  test('with any letter changed is not', async () => {
    const recipient = await identityToRecipient(await generateX25519Identity());
    const letters = '023456789acdefghjklmnpqrstuvwxyz'.split('');
    assert(
      property(nat(57), constantFrom(...letters), (at, letter) => {
        const changed = recipient.slice(0, 4 + at) + letter + recipient.slice(5 + at);
        expect(isUsableAgeRecipient(changed)).toBe(changed === recipient);
      }),
    );
  });

  const eighths: [bigint, bigint] = [
    325606250916557431795983626356110631294008115727848805560023387167927233504n,
    39382357235489614581723060781553021112529911719440698176882885853963445705823n,
  ];
  test.each([
    ['of low order 0', recipientOf(0n)],
    ['of low order 1', recipientOf(1n)],
    ['of low order −1', recipientOf(p - 1n)],
    ['of order 8', recipientOf(eighths[0])],
    ['of order 8, the other', recipientOf(eighths[1])],
    ['spelled as p', recipientOf(p)],
    ['spelled as p + 1', recipientOf(p + 1n)],
    ['spelled as p + 9, the base point', recipientOf(p + 9n)],
    ['with the highest bit set', recipientOf(withSign(9n))],
    ['of 31 bytes', bech32.encodeFromBytes('age', bytesOf(9n).subarray(0, 31))],
    ['of 33 bytes', bech32.encodeFromBytes('age', Buffer.concat([bytesOf(9n), Buffer.from([0])]))],
    ['of another kind', recipientOf(9n, 'ago')],
    ['that is a secret', recipientOf(9n, 'age-secret-key-')],
    ['in capitals', recipientOf(9n).toUpperCase()],
    ['that is none', 'age1'],
    ['that is empty', ''],
  ])('%s is not', (_what, recipient) => {
    expect(isUsableAgeRecipient(recipient)).toBe(false);
  });

  test('of the base point is, so that what is refused above is refused for what it is', () => {
    expect(isUsableAgeRecipient(recipientOf(9n))).toBe(true);
  });
});

describe('a key for signing', () => {
  test('that Node made is usable', () => {
    for (let count = 0; count < 20; count += 1) {
      const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
      expect(isUsableSignKey({ x })).toBe(true);
    }
  });

  test('about every second text of 32 bytes is no point', () => {
    const usable = Array.from({ length: 200 }, (_, index) => isUsableSignKey(signKeyOf(BigInt(index) + 1000n))).filter(Boolean).length;
    expect(usable).toBeGreaterThan(60);
    expect(usable).toBeLessThan(140);
  });

  // https://eprint.iacr.org/2020/1244, table 1: all encodings that a careless implementation takes for a point of low order.
  const eighth = BigInt('0x05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826');
  const otherEighth = p - eighth;
  test.each([
    ['the neutral one', 1n],
    ['the neutral one, with a sign', withSign(1n)],
    ['order 2', p - 1n],
    ['order 2, with a sign', withSign(p - 1n)],
    ['order 4', 0n],
    ['order 4, the other', withSign(0n)],
    ['order 8', eighth],
    ['order 8, the other', withSign(eighth)],
    ['order 8, the third', otherEighth],
    ['order 8, the fourth', withSign(otherEighth)],
    ['p for 0', p],
    ['p for 0, with a sign', withSign(p)],
    ['p + 1 for 1', p + 1n],
    ['p + 1 for 1, with a sign', withSign(p + 1n)],
    ['p + 3, a point in another spelling', p + 3n],
    ['no point', 2n],
    ['all bits', 2n ** 256n - 1n],
  ])('that is %s is not', (_what, encoded) => {
    expect(isUsableSignKey(signKeyOf(encoded))).toBe(false);
  });

  test('in another spelling of base64url, too short or too long is not', () => {
    const { x = '' } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
    const next = {
      A: 'B',
      E: 'F',
      I: 'J',
      M: 'N',
      Q: 'R',
      U: 'V',
      Y: 'Z',
      c: 'd',
      g: 'h',
      k: 'l',
      o: 'p',
      s: 't',
      w: 'x',
      '0': '1',
      '4': '5',
      '8': '9',
    };
    const last = Object.entries(next).find(([letter]) => x.endsWith(letter))?.[1] ?? '';
    for (const text of [x.slice(0, -1) + last, x.slice(0, -1), `${x}A`, `${x}=`, '']) {
      expect(isUsableSignKey({ x: text })).toBe(false);
    }
  });
});
