// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import type { Result } from '@/lib/contract/types';
import { findProject, newProject } from './find-project';

const start = Date.parse('2026-11-28T08:00:00Z');
const list = (...rows: [uuid: string, name: string, org?: string, at?: number][]) =>
  ({
    data: rows.map(([uuid, name, org = 'o1', at = start]) => ({
      uuid,
      name,
      created_at: new Date(at).toISOString(),
      organization: { uuid: org },
    })),
  }) as unknown as Result<'A15'>;
const sent = {
  input: { body: { name: 'Toko', organization_uuid: 'o1' } },
  at: start,
  known: ['p1'],
};

it('takes the project that wasn’t there before, of that name and organization', () => {
  expect(newProject(list(['p1', 'Toko'], ['p2', 'Lain'], ['p3', 'Toko']), sent)).toBe('p3');
  expect(newProject(list(['p1', 'Toko'], ['p4', 'Toko', 'o2']), sent)).toBeUndefined();
  expect(newProject(list(['p5', 'Toko', 'o1', start - 86_400_000]), sent)).toBeUndefined();
});

it('looks again, and gives up where the list can’t be read', async () => {
  const late = vi
    .fn()
    .mockResolvedValueOnce(list())
    .mockRejectedValueOnce(new Error('down'))
    .mockResolvedValue(list(['p2', 'Toko']));
  expect(await findProject(sent, late, async () => {})).toBe('p2');
  const down = vi.fn().mockRejectedValue(new Error('down'));
  expect(await findProject(sent, down, async () => {})).toBeUndefined();
  expect(down).toHaveBeenCalledTimes(3);
});
