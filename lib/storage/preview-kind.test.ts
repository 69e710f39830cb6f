import { describe, expect, it } from 'vitest';
import { decodeText, previewType } from './preview-kind';

const bytes = (text: string) => Buffer.from(text.padEnd(64, '\0'), 'latin1');
const brand = (...brands: string[]) =>
  bytes(
    `\0\0\0${String.fromCharCode(8 + 4 * (brands.length + 1))}ftyp${brands[0]}\0\0\0\0${brands.slice(1).join('')}`,
  );

const kinds = {
  'image/png': bytes('\x89PNG\r\n\x1a\n'),
  'image/jpeg': bytes('\xff\xd8\xff\xe0'),
  'image/gif': bytes('GIF89a'),
  'image/webp': bytes('RIFF\0\0\0\0WEBP'),
  'image/avif': brand('avif', 'mif1'),
  'audio/mpeg': bytes('ID3\x04'),
  'audio/wav': bytes('RIFF\0\0\0\0WAVE'),
  'audio/flac': bytes('fLaC'),
  'audio/aac': bytes('\xff\xf1\x50'),
  'video/mp4': brand('isom', 'avc1'),
  'video/webm': bytes('\x1a\x45\xdf\xa3\x01\x42\x82\x84webm'),
  'video/x-matroska': bytes('\x1a\x45\xdf\xa3\x01\x42\x82\x88matroska'),
  'video/ogg': bytes('OggS'),
  'application/pdf': bytes('%PDF-1.7'),
};
type Type = keyof typeof kinds;
const hostile = {
  html: bytes('<!doctype html><script>'),
  svg: bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>'),
  empty: Buffer.alloc(0),
  zip: bytes('PK\x03\x04'),
  heic: brand('heic', 'mif1'),
};

describe('previewType', () => {
  it.each(Object.keys(kinds) as Type[])(
    'knows %s by its first bytes, and as nothing else',
    (type) => {
      const own = type === 'application/pdf' ? 'pdf' : (type.split('/')[0] as 'image');
      for (const as of ['image', 'audio', 'video', 'pdf'] as const) {
        const found = previewType(kinds[type], as);
        if (as === own) expect(found).toBe(type);
        // A container is shown as what the page asks for: sound alone, or with pictures.
        else expect(found === null || found === type.replace('video/', 'audio/')).toBe(true);
      }
    },
  );

  it('knows a frame of MPEG audio, and takes no other bytes for one', () => {
    expect(previewType(bytes('\xff\xfb\x90\x64'), 'audio')).toBe('audio/mpeg');
    for (const text of ['\xff\xff\xff\xff', '\xff\xe8\x90', '\xff\xfe\x41\0'])
      expect(previewType(bytes(text), 'audio')).toBeNull();
  });

  it('refuses what can run, and what is nothing of all this', () => {
    for (const [name, content] of Object.entries(hostile))
      for (const as of ['image', 'audio', 'video', 'pdf'] as const)
        expect(previewType(content, as), `${name} as ${as}`).toBeNull();
  });
});

describe('decodeText', () => {
  it.each([
    ['plain', Buffer.from('abc'), 'abc', 'utf-8'],
    ['UTF-8', Buffer.from('kopi ☕'), 'kopi ☕', 'utf-8'],
    ['UTF-8 with its mark', Buffer.from('\ufeffkopi'), 'kopi', 'utf-8'],
    ['UTF-16 with its mark', Buffer.from('\ufeffçay', 'utf16le'), 'çay', 'utf-16le'],
    ['UTF-16 of the other order', Buffer.from('\ufeffçay', 'utf16le').swap16(), 'çay', 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from('name;price\n', 'utf16le'), 'name;price\n', 'utf-16le'],
    ['an old encoding', Buffer.from('caf\xe9 \x80', 'latin1'), 'café €', 'windows-1252'],
    ['nothing', Buffer.alloc(0), '', 'utf-8'],
    ['a character that is cut off', Buffer.from('ab☕').subarray(0, 4), 'ab', 'utf-8'],
    ['a page, as the text that it is', Buffer.from('<script>'), '<script>', 'utf-8'],
  ])('reads %s', (_, content, text, encoding) => {
    expect(decodeText(content)).toEqual({ text, encoding });
  });

  it('takes no binary content for text', () => {
    for (const content of [bytes('\x89PNG\r\n\x1a\n'), Buffer.from('ab\0cd'), Buffer.alloc(100)])
      expect(decodeText(content)).toBeNull();
  });
});
