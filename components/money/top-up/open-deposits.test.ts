import { expect, it } from 'vitest';
import { isOpen, toldBefore } from './open-deposits';

it('reads what a tab kept, and nothing that another version or clock wrote', () => {
  expect(toldBefore({ ids: ['a', 1], at: 5 }, 10)).toEqual({ ids: ['a'], at: 5 });
  for (const kept of [null, 'a', { ids: 'a', at: 5 }, { ids: [] }, { ids: [], at: 11 }])
    expect(toldBefore(kept, 10)).toBeNull();
});

it('knows which deposits can still be paid', () => {
  const now = Date.parse('2026-06-15T00:00:00Z');
  const of = (status: string | null, expired_at: string | null = '2026-06-16T00:00:00Z') =>
    isOpen({ status, expired_at }, now);
  expect([of('PENDING'), of('pending', null)]).toEqual([true, true]);
  expect([of('PENDING', '2026-06-14T00:00:00Z'), of('SUCCESS'), of(null)]).toEqual([
    false,
    false,
    false,
  ]);
});
