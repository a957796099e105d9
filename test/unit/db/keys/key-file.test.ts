import { expect, test } from 'vitest';
import { parseKeyFile } from '#db/keys/keys.ts';

const file = (cost: number) => {
  const kdf = { name: 'scrypt', cost, blockSize: 8, parallelization: 1, salt: 'AAAA' };
  return JSON.stringify({ format: 1, kdf, wrapped: { cipher: 'aes-256-gcm', iv: 'AAAA', text: 'AAAA', tag: 'AAAA' } });
};

test('a key file of the least cost is read, one that is cheaper to guess against or would exhaust a laptop is damage', () => {
  expect([2 ** 17, 2 ** 20].map((cost) => parseKeyFile(file(cost)).ok)).toEqual([true, true]);
  const refused = [2, 2 ** 14, 2 ** 17 - 1, 2 ** 20 + 1].map((cost) => parseKeyFile(file(cost)));
  expect(refused).toMatchObject(refused.map(() => ({ ok: false, refusal: { code: 'workspace/damaged' } })));
});
