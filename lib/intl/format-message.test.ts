import compile from 'icu-minify/compile';
import { describe, expect, it } from 'vitest';
import format from './format-message';

const options = { locale: 'en', formatters: Intl } as never;

describe('a message', () => {
  it('keeps other people’s text in its own direction', () => {
    const message = compile('Delete {name}?') as never;
    expect(format('delete' as never, message, { name: 'web-1' }, options)).toBe('Delete web-1?');
    expect(format('delete' as never, message, { name: 'خادم' }, options)).toBe(
      'Delete \u2068خادم\u2069?',
    );
    expect(format('delete' as never, message, { name: 'a\u202Eb' }, options)).toBe(
      'Delete \u2068a⟨U+202E⟩b\u2069?',
    );
  });
});
