import { describe, expect, it } from 'vitest';
import { negotiateLocale } from './locales';

describe('negotiateLocale', () => {
  it.each([
    ['id', 'en-US', 'id'],
    ['xx', 'id-ID,id;q=0.9,en;q=0.8', 'id'],
    [undefined, 'fr-FR, en;q=0.5, id;q=0.7', 'id'],
    [undefined, 'in-ID', 'id'],
    [undefined, 'id;q=0, en', 'en'],
    [undefined, 'fr', 'en'],
    [undefined, null, 'en'],
  ] as const)('cookie %s and header %s give %s', (cookie, header, wanted) => {
    expect(negotiateLocale(cookie, header)).toBe(wanted);
  });
});
