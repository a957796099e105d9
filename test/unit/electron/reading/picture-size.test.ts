import { expect, test } from 'vitest';
import { pictureSize } from '#electron/reading/picture-size.ts';

const ascii = (text: string) => Buffer.from(text, 'latin1').toString('hex');
const pictures: [string, string, { width: number; height: number; samples: number } | null][] = [
  ['a PNG', `89504e470d0a1a0a0000000d${ascii('IHDR')}0000753000007530`, { width: 30_000, height: 30_000, samples: 3_600_000_000 }],
  ['a GIF', `${ascii('GIF89a')}00010002`, { width: 256, height: 512, samples: 524_288 }],
  ['a BMP, upside down', `${ascii('BM')}${'00'.repeat(16)}10000000f0ffffff`, { width: 16, height: 16, samples: 1024 }],
  ['a lossy WebP', `${ascii('RIFF')}00000000${ascii('WEBPVP8 ')}${'00'.repeat(10)}20004000`, { width: 32, height: 64, samples: 8192 }],
  ['a lossless WebP', `${ascii('RIFF')}00000000${ascii('WEBPVP8L')}000000002f0f400000`, { width: 16, height: 2, samples: 128 }],
  [
    'an extended WebP',
    `${ascii('RIFF')}00000000${ascii('WEBPVP8X')}00000000000000000f00001f0000`,
    { width: 16, height: 32, samples: 2048 },
  ],
  [
    'a JPEG behind its EXIF, colours at a quarter',
    'ffd8ffe1000600112233ffc0001108753075300301220002110103110100',
    { width: 30_000, height: 30_000, samples: 1_350_000_000 },
  ],
  ['a grey JPEG with stray bytes', 'ffd8ff00ffffc400041111ffc2000b080010002001011100', { width: 32, height: 16, samples: 512 }],
  ['a JPEG without a frame', 'ffd8ffd9', null],
  ['a PNG cut short', '89504e470d0a1a0a', null],
  ['anything else', ascii('%PDF-1.7 and more than enough bytes to look at'), null],
];

test.each(pictures)('the size of %s is what its header says, and nothing is decoded', (_, bytes, size) => {
  expect(pictureSize(new Uint8Array(Buffer.from(bytes, 'hex')))).toEqual(size);
});
