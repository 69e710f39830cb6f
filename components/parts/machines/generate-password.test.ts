import { describe, expect, it } from 'vitest';
import { generatePassword } from './generate-password';

describe('generatePassword', () => {
  it('has every kind of character and no look-alikes', () => {
    for (let round = 0; round < 200; round += 1) {
      const made = generatePassword();
      expect(made).toMatch(/^[a-zA-Z2-9]{20}$/);
      expect(made).toMatch(/[a-z]/);
      expect(made).toMatch(/[A-Z]/);
      expect(made).toMatch(/\d/);
      expect(made).not.toMatch(/[iloILO01]/);
    }
  });

  it('gives a different password each time', () => {
    expect(new Set(Array.from({ length: 50 }, () => generatePassword())).size).toBe(50);
  });
});
