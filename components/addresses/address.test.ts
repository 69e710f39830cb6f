import { describe, expect, it } from 'vitest';
import { addressesInput, wrongName } from './address';

describe('wrongName', () => {
  it.each(['mail.toko.example', 'a.b', 'xn--80ak6aa92e.com'])('lets %s pass', (name) => {
    expect(wrongName(name)).toBeNull();
  });
  it.each([
    'mail',
    '203.0.113.4',
    'mail.toko.example.',
    '-a.b',
    'a_b.c',
    'a..b',
    '',
    `${'a'.repeat(64)}.id`,
  ])('refuses “%s”', (name) => expect(wrongName(name)).toBe('rdns_invalid'));
});

describe('addressesInput', () => {
  it('reads the page, and the first where it can’t', () => {
    const page = (text: string) => addressesInput(new URLSearchParams({ page: text })).query?.page;
    expect(['3', '0', '-1', 'x', '1.5'].map(page)).toEqual([3, 1, 1, 1, 1]);
  });
});
