import { describe, expect, it } from 'vitest';
import { makePassword } from './password';

describe('makePassword', () => {
  it('holds every kind of character and starts with a letter or digit', () => {
    for (let round = 0; round < 200; round += 1) {
      const password = makePassword();
      expect(password).toMatch(/^[a-zA-Z\d][\w.-]{19}$/);
      for (const kind of [/[a-z]/, /[A-Z]/, /\d/, /[-_.]/]) expect(password).toMatch(kind);
      expect(password).not.toMatch(/[0O1lIio]/);
    }
  });

  it('never makes the same twice', () => {
    expect(new Set(Array.from({ length: 200 }, () => makePassword(12))).size).toBe(200);
  });
});
