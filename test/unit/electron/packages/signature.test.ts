import { describe, expect, test } from 'vitest';
import { fingerprint, makeCard, readCard } from '#electron/packages/card.ts';
import { canonicalBytes, parseCanonical } from '#electron/packages/canonical.ts';
import { createKeys, readKeyFile, writeKeyFile } from '#electron/packages/identity.ts';
import { keyIdOf, signDetached, verifyDetached } from '#electron/packages/signature.ts';

const payload = Buffer.from('what is signed');
const signedAt = '2022-11-15T09:41:00+08:00';

describe('a detached signature', () => {
  test('says which key signed and when, in the form of RFC 7515', async () => {
    const keys = await createKeys();
    const jws = await signDetached(payload, keys.signKey, signedAt);
    expect(jws.toString()).toMatch(/^[\w-]+\.\.[\w-]{86}$/);
    expect(await verifyDetached(payload, jws)).toEqual({
      keyId: keys.keyId,
      key: keys.public.signKey,
      signedAt: '2022-11-15T01:41:00.000Z',
    });
  });

  test('does not hold for other bytes, with another header, or in another spelling', async () => {
    const keys = await createKeys();
    const jws = (await signDetached(payload, keys.signKey, signedAt)).toString();
    const [header = '', signature = ''] = jws.split('..');
    const other = JSON.stringify({ ...JSON.parse(Buffer.from(header, 'base64url').toString()), iat: 0 });
    expect(await verifyDetached(Buffer.from('what is signeD'), Buffer.from(jws))).toBeNull();
    expect(await verifyDetached(payload, Buffer.from(`${Buffer.from(other).toString('base64url')}..${signature}`))).toBeNull();
    expect(await verifyDetached(payload, Buffer.from(`${jws}\n`))).toBeNull();
    expect(await verifyDetached(payload, Buffer.from(`${header}.${payload.toString('base64url')}.${signature}`))).toBeNull();
    // The last of 86 base64url characters carries two bits; the other four are free.
    const spare = `${jws.slice(0, -1)}${{ A: 'B', Q: 'R', g: 'h', w: 'x' }[jws.at(-1) ?? '']}`;
    expect(Buffer.from(spare.split('..')[1] ?? '', 'base64url')).toEqual(Buffer.from(signature, 'base64url'));
    expect(await verifyDetached(payload, Buffer.from(spare))).toBeNull();
  });

  test('does not hold when the header names no key, another algorithm or a critical extension', async () => {
    const keys = await createKeys();
    const jws = (await signDetached(payload, keys.signKey, signedAt)).toString();
    const [header = '', signature = ''] = jws.split('..');
    const honest = JSON.parse(Buffer.from(header, 'base64url').toString());
    for (const change of [{ jwk: undefined }, { alg: 'none' }, { alg: 'HS256' }, { crit: ['x'], x: 1 }, { kid: 'a'.repeat(43) }]) {
      const forged = Buffer.from(JSON.stringify({ ...honest, ...change })).toString('base64url');
      expect(await verifyDetached(payload, Buffer.from(`${forged}..${signature}`))).toBeNull();
    }
  });

  test('names its key as RFC 8037 appendix A.3 does', async () => {
    const key = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' } as const;
    expect(await keyIdOf(key)).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });
});

describe('an identity', () => {
  test('gives a card whose fingerprint is eight groups of five digits and depends on both keys', async () => {
    const [one, other] = [await createKeys(), await createKeys()];
    const card = await readCard(await makeCard({ name: '专家', organisation: '', keys: one, signedAt }), 'c.lpcard');
    expect(card.ok && card.value.fingerprint).toMatch(/^\d{5}( \d{5}){7}$/);
    expect(card.ok && card.value.keyId).toBe(one.keyId);
    const mixed = { signKey: one.public.signKey, ageRecipient: other.public.ageRecipient };
    expect(fingerprint(mixed)).not.toBe(fingerprint(one.public));
    expect(fingerprint(mixed)).not.toBe(fingerprint(other.public));
  });

  test('refuses a card that carries the keys of someone else', async () => {
    const [one, other] = [await createKeys(), await createKeys()];
    const mixed = await makeCard({ name: '专家', organisation: '', keys: { ...one, public: other.public }, signedAt });
    expect(await readCard(mixed, 'c.lpcard')).toEqual({
      ok: false,
      refusal: { code: 'package/card-invalid', details: { file: 'c.lpcard' } },
    });
  });

  test('comes back from its key file, and a broken one tells nothing of the key', async () => {
    const keys = await createKeys();
    const bytes = writeKeyFile('chair', keys);
    expect(await readKeyFile(bytes, 'chair.json')).toEqual({ ok: true, value: { id: 'chair', ...keys } });
    const broken = await readKeyFile(bytes.subarray(0, -9), 'chair.json');
    expect(broken).toEqual({ ok: false, refusal: { code: 'package/key-file-invalid', details: { file: 'chair.json' } } });
  });
});

const nested = (levels: number): Buffer => Buffer.from('['.repeat(levels) + ']'.repeat(levels));

describe('canonical JSON', () => {
  test('follows the example of RFC 8785 §3.2.3 for order, numbers and strings', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27],
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '1': 'One',
    };
    expect(canonicalBytes(value).toString()).toBe(
      '{"\\r":"Carriage Return","1":"One","numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"€":"Euro Sign"}',
    );
  });

  test('nests 64 levels and no more, and brackets inside text do not count', () => {
    expect(parseCanonical(nested(64), 'x')).toBeInstanceOf(Array);
    expect(() => parseCanonical(nested(65), 'x')).toThrow('package/json-too-deep');
    const text = `"${'['.repeat(100)}\\"${'{'.repeat(100)}"`;
    expect(parseCanonical(Buffer.from(text), 'x')).toBe(JSON.parse(text));
  });

  test('has one spelling: white space, escapes, lone surrogates and a byte order mark are refused', () => {
    for (const text of ['{ }', '"\\u0041"', '1.0', '1e1', '{"b":1,"a":1}', '"\\ud800"']) {
      expect(() => parseCanonical(Buffer.from(text), 'x')).toThrow('package/not-canonical');
    }
    expect(() => parseCanonical(Buffer.from('\ufeff{}'), 'x')).toThrow('package/json-malformed');
    expect(() => parseCanonical(Buffer.from([0x22, 0xff, 0x22]), 'x')).toThrow('package/json-malformed');
  });
});
