import { expect, it } from 'vitest';
import { answerTo, isAnswer, newPassword } from './auth';

it('is DES with mirrored key bytes', () => {
  // The textbook example of DES (key 133457799BBCDFF1); the password is its key with mirrored bytes.
  const password = Buffer.from('c82cea9ed93dfb8f', 'hex').toString('latin1');
  const block = '0123456789abcdef';
  const answer = answerTo(Buffer.from(block + block, 'hex'), password);
  expect(answer.toString('hex')).toBe('85e813540f0ab405'.repeat(2));
});

it('uses the first eight characters and pads shorter passwords', () => {
  const challenge = Buffer.alloc(16, 7);
  expect(isAnswer(answerTo(challenge, 'fake12345'), challenge, 'fake1234')).toBe(true);
  expect(isAnswer(answerTo(challenge, 'fake'), challenge, 'fake\0\0')).toBe(true);
  expect(isAnswer(answerTo(challenge, 'fake'), challenge, 'fbke')).toBe(false);
});

it('makes different passwords of eight characters', () => {
  const made = new Set(Array.from({ length: 50 }, newPassword));
  expect(made.size).toBe(50);
  for (const password of made) expect(password).toMatch(/^[a-zA-Z0-9]{8}$/);
});
