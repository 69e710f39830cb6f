import { describe, expect, it } from 'vitest';
import { previewKind } from './kind';

describe('what an object may be shown as', () => {
  it.each([
    ['image/png', 'a', 'image'],
    ['IMAGE/JPEG; q=1', 'a.txt', 'image'],
    ['image/svg+xml', 'a.svg', 'text'],
    ['text/html; charset=utf-8', 'a.html', 'text'],
    ['application/ld+json', 'a', 'text'],
    ['application/pdf', 'a', 'pdf'],
    ['audio/mpeg', 'a', 'audio'],
    ['video/mp4', 'a', 'video'],
    ['binary/octet-stream', 'foto/A.JPG', 'image'],
    ['application/octet-stream', 'a.svg', 'text'],
    [null, 'lagu.mp3', 'audio'],
    [null, 'tanpa-akhiran', null],
    ['application/zip', 'a.txt', null],
    ['image/heic', 'a.heic', null],
  ])('%s named %s: %s', (type, key, kind) => expect(previewKind(type, key)).toBe(kind));
});
