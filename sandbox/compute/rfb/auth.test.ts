import { expect, it } from 'vitest';
import { answerTo, isAnswer, newPassword } from './auth';

it('is DES with mirrored key bytes', () => {
  // The textbook DES example (key 133457799BBCDFF1), its key bytes mirrored into a password.
  const password = Buffer.from('c82cea9ed93dfb8f', 'hex').toString('latin1');
  const block = '0123456789abcdef';
  const answer = answerTo(Buffer.from(block + block, 'hex'), password);
  expect(answer.toString('hex')).toBe('85e813540f0ab405'.repeat(2));
});

it('looks at eight characters and pads shorter ones', () => {
  const challenge = Buffer.alloc(16, 7);
  expect(isAnswer(answerTo(challenge, 'fake12345'), challenge, 'fake1234')).toBe(true);
  expect(isAnswer(answerTo(challenge, 'fake'), challenge, 'fake\0\0')).toBe(true);
  expect(isAnswer(answerTo(challenge, 'fake'), challenge, 'fbke')).toBe(false);
});

it('makes passwords of eight characters that differ', () => {
  const made = new Set(Array.from({ length: 50 }, newPassword));
  expect(made.size).toBe(50);
  for (const password of made) expect(password).toMatch(/^[a-zA-Z0-9]{8}$/);
});
