import { describe, expect, it } from 'vitest';
import { strengthOf } from './password-strength';

describe('strengthOf', () => {
  it.each([
    ['', 'short'],
    ['Ab1!xyz', 'short'],
    ['aaaaaaaaaaaa', 'weak'],
    ['12345678', 'weak'],
    ['password2026', 'weak'],
    ['kucingku', 'weak'],
    ['kucing-hitam', 'fair'],
    ['kucing hitam tiga payung', 'strong'],
    ['vR7!qk2Zp#', 'strong'],
  ] as const)('%j is %s', (password, wanted) => {
    expect(strengthOf(password)).toBe(wanted);
  });

  it('finds a password weak if it is made of the person’s name', () => {
    expect(strengthOf('Sari.Dewi!2026x')).toBe('strong');
    expect(strengthOf('Sari.Dewi!2026x', ['sari'])).toBe('weak');
  });
});
