import { expect, it, vi } from 'vitest';
import { findProject, newProject } from './find-project';

const project = (uuid: string, name: string, more: { org?: string; at?: string } = {}) =>
  ({
    uuid,
    name,
    created_at: more.at ?? '2026-11-28T08:00:00Z',
    organization: { uuid: more.org ?? 'o1' },
  }) as never as Parameters<typeof newProject>[0][number];
const wanted = { name: 'Toko', org: 'o1', before: ['p1'] };

it('takes the project that wasn’t there before', () => {
  const rows = [project('p1', 'Toko'), project('p2', 'Toko'), project('p3', 'Lain')];
  expect(newProject(rows, wanted)?.uuid).toBe('p2');
  expect(newProject(rows.slice(0, 1), wanted)).toBeUndefined();
});

it('takes the newest of several, and none of another organization', () => {
  const rows = [
    project('p2', 'Toko'),
    project('p3', 'Toko', { at: '2026-11-28T09:00:00Z' }),
    project('p4', 'Toko', { org: 'o2', at: '2026-11-28T10:00:00Z' }),
  ];
  expect(newProject(rows, wanted)?.uuid).toBe('p3');
});

it('looks again, and gives up where the list can’t be read', async () => {
  const late = vi
    .fn()
    .mockResolvedValueOnce({ data: [] })
    .mockRejectedValueOnce(new Error('down'))
    .mockResolvedValue({ data: [project('p2', 'Toko')] });
  expect((await findProject(wanted, late, async () => {}))?.uuid).toBe('p2');
  const down = vi.fn().mockRejectedValue(new Error('down'));
  expect(await findProject(wanted, down, async () => {})).toBeUndefined();
  expect(down).toHaveBeenCalledTimes(3);
});
