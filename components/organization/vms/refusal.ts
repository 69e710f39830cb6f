/** Reads what a refused order (A24) is about, since the provider reports it for the whole order. */
import type { Problem } from '@/lib/problem';

/** What is in the way of an order; null if the problem doesn't say. */
export type Obstacle = 'hostname' | 'address' | 'plan' | 'balance' | null;

/** Finds what a problem is about by its code and the provider's own sentence. */
export function obstacleOf({ code, backendMessage }: Problem): Obstacle {
  if (code === 'payment_needed') return 'balance';
  if (code !== 'conflict' && code !== 'not_found') return null;
  const said = backendMessage ?? '';
  if (/host\s?name/i.test(said)) return code === 'conflict' ? 'hostname' : null;
  if (/reserved|\bip\b|address/i.test(said)) return 'address';
  return /sold|stock|capacity|unavailable|not available/i.test(said) ? 'plan' : null;
}
