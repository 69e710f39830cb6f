import { expect, it } from 'vitest';
import type { Row } from '@/lib/contract/types';
import { depositsIn, reportSheet } from './exports';

const words = {
  name: 'Reports',
  heads: ['Service', 'Thing', 'Part', 'Plan', 'Price', 'Hours', 'Cost'] as const,
  difference: 'Else',
  total: 'Total',
};
const thing = {
  ...{ id: '1', service_name: 'web', service_type: 'Instance', tier_name: null, tier_icon: null },
  total_cost: 500,
  details: [
    { name: 'CPU', base_price: 3, total_uptime_hour: 100, total_cost: 300 },
    { name: 'Disk', base_price: 1, total_uptime_hour: 100, total_cost: 100 },
  ],
};

it('makes a sheet of a report whose costs add up to its last row', () => {
  const services = [
    { service: 'Instance', total: 500, reports: [thing] },
    { service: 'IP', total: 30, reports: [] },
  ];
  const { rows } = reportSheet({ total: 540, services }, words);
  expect(rows.map(([service, of, part, , , , cost]) => [service, of, part, cost])).toEqual([
    ['Instance', 'web', 'CPU', 300],
    ['Instance', 'web', 'Disk', 100],
    ['Instance', 'web', 'Else', 100],
    ['IP', null, null, 30],
    [null, null, 'Else', 10],
    ['Total', null, null, 540],
  ]);
});

it('keeps the deposits of a period by their day in Jakarta', () => {
  const at = (created_at: string | null) => ({ id: String(created_at), created_at }) as Row<'D79'>;
  const rows = [at('2026-05-31T17:00:00Z'), at('2026-05-31T16:59:59Z'), at(null)];
  const kept = (start: string | null, end: string | null) =>
    depositsIn(rows, { start, end }).length;
  expect(kept('2026-06-01', '2026-06-30')).toBe(1);
  expect(kept(null, '2026-05-31')).toBe(1);
  expect(kept(null, null)).toBe(3);
});
