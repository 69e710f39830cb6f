import { expect, it } from 'vitest';
import type { ProblemCode } from '@/lib/problem';
import { obstacleOf } from './refusal';

const refused = (code: ProblemCode, backendMessage?: string) =>
  obstacleOf({ code, status: 409, message: 'refused', backendMessage });

it('finds what is in the way of an order', () => {
  expect(refused('conflict', 'HOSTNAME IS ALREADY USED')).toBe('hostname');
  expect(refused('conflict', 'RESERVED IP IS ALREADY USED')).toBe('address');
  expect(refused('not_found', 'RESERVED IP NOT FOUND')).toBe('address');
  expect(refused('conflict', 'PRICING IS SOLD OUT')).toBe('plan');
  expect(refused('payment_needed', 'BALANCE MUST COVER 24 HOURS')).toBe('balance');
});

it('blames nothing for other problems', () => {
  expect(refused('conflict')).toBeNull();
  expect(refused('not_found', 'CATALOGUE NOT FOUND')).toBeNull();
  expect(refused('backend_error', 'HOSTNAME')).toBeNull();
});
