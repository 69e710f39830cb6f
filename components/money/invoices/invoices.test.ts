import { describe, expect, it } from 'vitest';
import { inputOf, isNarrowed } from '@/components/money/lists/source';
import { invoicesOf } from './invoices';

const query = (text: string) => new URLSearchParams(text);

describe('the list of invoices', () => {
  it('asks A45 for a page and a search', () => {
    expect(inputOf(invoicesOf('o'), query('q=+INV%2F2026+&page=3'))).toEqual({
      params: { uuid: 'o' },
      query: { page: 3, per_page: 15, order_by: 'desc', search: 'INV/2026' },
    });
  });
  it('begins with the first page where A45 can’t do what the URL asks', () => {
    expect(isNarrowed(invoicesOf('o'), query('q=x&page=2&cols=-due'))).toBe(false);
    for (const asked of ['state=open', 'period=2026-05', 'sort=-due']) {
      expect(isNarrowed(invoicesOf('o'), query(asked))).toBe(true);
      expect(inputOf(invoicesOf('o'), query(`${asked}&page=4`)).query?.page).toBe(1);
    }
  });
});
