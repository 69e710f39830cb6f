import { describe, expect, it, vi } from 'vitest';
import { invoicesInput, isNarrowed } from './invoices';
import { readPages } from './read-pages';

const query = (text: string) => new URLSearchParams(text);

describe('the list of invoices', () => {
  it('asks A45 for a page and a search', () => {
    expect(invoicesInput('o', query('q=+INV%2F2026+&page=3'))).toEqual({
      params: { uuid: 'o' },
      query: { page: 3, per_page: 15, order_by: 'desc', search: 'INV/2026' },
    });
  });
  it('begins with the first page where A45 can’t do what the URL asks', () => {
    expect(isNarrowed(query('q=x&page=2&cols=-due'))).toBe(false);
    for (const asked of ['state=open', 'period=2026-05', 'sort=-due']) {
      expect(isNarrowed(query(asked))).toBe(true);
      expect(invoicesInput('o', query(`${asked}&page=4`)).query?.page).toBe(1);
    }
  });
});

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
    });
  });
  it('gives no part of the pages where one fails', async () => {
    const failing = async (page: number) => {
      if (page === 2) throw new Error('no');
      return { data: ['x'], page: { last_page: 3, total: 3 } };
    };
    await expect(readPages(failing, id)).rejects.toThrow('no');
  });
});
