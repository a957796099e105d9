import { describe, expect, it } from 'vitest';
import { pictureTypeBytes, pictureTypeOf } from '#electron/reading/picture-type.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');
const png = Buffer.concat([hex('89504e470d0a1a0a 0000000d49484452 00000001 00000001 0806000000 1f15c489'), Buffer.alloc(64)]);
const tiff = hex('49492a00 08000000 0000 00000000');

describe('the kind of a picture', () => {
  it.each([
    ['a JPEG', hex('ffd8ffe000104a464946'), 'image/jpeg'],
    ['a PNG', png, 'image/png'],
    ['a GIF', Buffer.from('GIF89a\u0001\0\u0001\0'), 'image/gif'],
    ['a BMP', Buffer.concat([Buffer.from('BM'), Buffer.alloc(40)]), 'image/bmp'],
    ['a WebP', Buffer.from('RIFF0000WEBPVP8 '), 'image/webp'],
    ['a TIFF', tiff, 'image/tiff'],
    ['an iPhone’s HEIC', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0mif1heic'), 'image/heic'],
    ['a HEIC by its general brand', Buffer.from('\0\0\0\u0018ftypmif1\0\0\0\0mif1heic'), 'image/heic'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), null],
    ['an SVG, which a browser would run', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), null],
    ['HTML', Buffer.from('<!doctype html><script>1</script>'), null],
    ['text', Buffer.from('照片.jpg'), null],
    ['nothing', Buffer.alloc(0), null],
    ['three bytes', hex('ffd8'), null],
  ])('of %s', async (_name, bytes, type) => {
    expect(await pictureTypeOf(bytes)).toBe(type);
  });

  it('is told from the beginning alone, whatever follows it', async () => {
    const long = Buffer.concat([png, Buffer.alloc(pictureTypeBytes)]);
    expect(await pictureTypeOf(long)).toBe('image/png');
  });
});
