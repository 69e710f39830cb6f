import { describe, expect, it, vi } from 'vitest';
import { readPages } from './read-pages';

describe('readPages', () => {
  const pages = (count: number) =>
    vi.fn(async (page: number) => ({
      data: [`${page}a`, `${page}b`],
      page: { last_page: count, total: count * 2 },
    }));
  const id = (row: string) => row;
  it('reads all pages, up to ten, and tells that rows are left out', async () => {
    expect(await readPages(pages(1), id)).toMatchObject({ rows: ['1a', '1b'], more: false });
    const three = await readPages(pages(3), id);
    expect(three.rows).toEqual(['1a', '1b', '2a', '2b', '3a', '3b']);
    expect(three.more).toBe(false);
    const many = pages(40);
    const read = await readPages(many, id);
    expect(many).toHaveBeenCalledTimes(10);
    expect(read).toMatchObject({ total: 80, more: true });
    expect(read.rows).toHaveLength(20);
  });
  it('counts a row once that moved to the next page, and takes a list without pages as whole', async () => {
    const moving = async (page: number) => ({
      data: page === 1 ? ['x', 'y'] : ['y', 'z'],
      page: { last_page: 2, total: 3 },
    });
    expect((await readPages(moving, id)).rows).toEqual(['x', 'y', 'z']);
    expect(await readPages(async () => ({ data: ['x'], page: null }), id)).toEqual({
      rows: ['x'],
      total: 1,
      more: false,
      changed: false,
    });
  });
  it('gives no part of the pages where one fails', async () => {
    const failing = async (page: number) => {
      if (page === 2) throw new Error('no');
      return { data: ['x'], page: { last_page: 3, total: 3 } };
    };
    await expect(readPages(failing, id)).rejects.toThrow('no');
  });
  it('tells that the list changed while it was read', async () => {
    const read = (totals: number[], rows: string[][]) => async (page: number) => ({
      data: rows[page - 1] ?? [],
      page: { last_page: rows.length, total: totals[page - 1] ?? 0 },
    });
    const changed = async (totals: number[], rows: string[][]) =>
      (await readPages(read(totals, rows), id, { inTurn: true })).changed;
    expect(await changed([3, 3], [['a', 'b'], ['c']])).toBe(false);
    expect(
      await changed(
        [4, 5],
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
      ),
    ).toBe(true);
    expect(await changed([3, 3], [['a', 'b'], ['b']])).toBe(true);
    expect(await changed([4, 4], [['a', 'b'], ['c']])).toBe(true);
  });
});
