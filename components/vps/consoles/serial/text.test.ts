import { describe, expect, it } from 'vitest';
import {
  dataFrames,
  lineCount,
  pasteable,
  runsByItself,
  safeAddress,
  sizeFrame,
  withCtrl,
} from './text';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('frames of termproxy', () => {
  it('count bytes, not characters', () => {
    expect(dataFrames('é—😀').map(text)).toEqual(['0:9:é—😀']);
    expect(text(sizeFrame(80, 24))).toBe('1:80:24:');
    expect(dataFrames('')).toEqual([]);
  });

  it('cut a long text between characters', () => {
    const long = '😀'.repeat(50_000);
    const frames = dataFrames(long).map(text);
    expect(frames.length).toBeGreaterThan(1);
    expect(frames.map((frame) => frame.replace(/^0:\d+:/, '')).join('')).toBe(long);
  });
});

describe('what is pasted', () => {
  it('has no control characters but tabs and line breaks', () => {
    expect(pasteable('a\u001b[201~b\u0003\u009bc\td\r\ne')).toBe('a[201~bc\td\r\ne');
  });

  it('is several lines where something runs', () => {
    expect([runsByItself('ls'), runsByItself('ls\n'), runsByItself('a\rb')]).toEqual([
      false,
      true,
      true,
    ]);
    expect([lineCount('ls\n'), lineCount('a\r\nb'), lineCount('a\rb\n')]).toEqual([1, 2, 2]);
  });
});

describe('the address of a link', () => {
  it.each([
    ['https://example.com/a?b#c', 'https://example.com/a?b#c'],
    ['http://EXAMPLE.com', 'http://example.com/'],
    ['https://xn--80ak6aa92e.com/', 'https://xn--80ak6aa92e.com/'],
    ['javascript:alert(1)', null],
    ['JaVaScRiPt:alert(1)', null],
    ['data:text/html,x', null],
    ['file:///etc/passwd', null],
    ['https://bank.example@evil.example/', null],
    ['no address', null],
  ])('%s', (given, expected) => expect(safeAddress(given)).toBe(expected));
});

it('makes control characters with Ctrl', () => {
  expect([withCtrl('c'), withCtrl('C'), withCtrl('['), withCtrl(' '), withCtrl('é')]).toEqual([
    '\u0003',
    '\u0003',
    '\u001b',
    '\u0000',
    'é',
  ]);
});
