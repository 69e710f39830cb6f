import { describe, expect, it } from 'vitest';
import { pictureMark, pictureSource, readPicture } from './pictures';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const png = (width: number, height: number) => {
  const data = Buffer.alloc(33);
  data.write('89504e470d0a1a0a0000000d49484452', 0, 'hex');
  data.writeUInt32BE(width, 16);
  data.writeUInt32BE(height, 20);
  return data;
};
const base64 = png(8, 8).toString('base64');

describe('readPicture', () => {
  it.each([
    ['png', png(30, 20), 30, 20],
    ['gif', bytes('474946383961 1e00 1400 00'), 30, 20],
    ['jpeg', bytes('ffd8 ffe0 0004 0000 ffc2 0011 08 0014 001e 03 00000000'), 30, 20],
    ['webp', bytes(`52494646 00000000 57454250 56503858 0a000000 00000000 1d0000 130000`), 30, 20],
    ['webp', bytes(`52494646 00000000 57454250 56503820 00000000 000000 9d012a 1e00 1400`), 30, 20],
    ['webp', bytes(`52494646 00000000 57454250 5650384c 00000000 2f 1dc00400`), 30, 20],
  ])('reads the size of a %s', (kind, body, width, height) => {
    expect(readPicture(body)).toEqual({ picture: { kind, width, height } });
  });

  it.each([
    ['not_a_picture', Buffer.from('<!doctype html><script>x</script>')],
    ['not_a_picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['not_a_picture', Buffer.alloc(0)],
    ['picture_damaged', png(30, 20).subarray(0, 18)],
    ['picture_damaged', png(0, 20)],
    ['picture_damaged', bytes('ffd8 ffe0 ffff 0000')],
    ['picture_damaged', bytes('ffd8 ffda 0000 0000 0000 0000')],
    ['picture_too_large', png(60_000, 60_000)],
    ['picture_too_large', png(100_000, 1)],
    ['picture_too_large', png(8000, 8000)],
  ])('says %s', (fault, body) => {
    expect(readPicture(body)).toEqual({ fault });
  });
});

describe('pictureSource', () => {
  it.each([
    ['data.storage.example.id/projects/a.jpg', 'https://data.storage.example.id/projects/a.jpg'],
    ['localhost:9000/users/a.png', 'https://localhost:9000/users/a.png'],
    ['http://img.example.id/a', 'http://img.example.id/a'],
  ])('takes %s for an address', (text, address) => {
    expect(pictureSource(text)).toEqual({ address });
  });

  it('takes base64, with or without data:', () => {
    expect(pictureSource(base64)).toEqual({ base64 });
    expect(pictureSource(`data:image/png;base64,${base64}`)).toEqual({ base64 });
  });

  it.each([
    ...[null, undefined, '', 'd41d8cd98f00b204e9800998ecf8427e', 'aWtvbi1jb250b2g=', 'foo/bar'],
    ...['data:text/html;base64,PHNjcmlwdD4=', 'data:image/svg+xml;base64,PHN2Zz4=', '//x.id/a'],
    ...['javascript:alert(1)', `https://img.example.id/${'x'.repeat(3000)}`],
  ])('takes %s for no picture', (text) => {
    expect(pictureSource(text)).toBeNull();
    expect(pictureMark(text)).toBeNull();
  });
});

it('marks a picture by its text, and never tells an address', () => {
  const mark = pictureMark('data.storage.example.id/a.jpg');
  expect(mark).toMatch(/^[0-9a-f]{16}$/);
  expect(mark).toBe(pictureMark('data.storage.example.id/a.jpg'));
  expect(mark).not.toBe(pictureMark('data.storage.example.id/b.jpg'));
});
