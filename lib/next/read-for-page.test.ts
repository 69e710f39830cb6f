import { expect, it, vi } from 'vitest';
import { read } from './backend';
import { readListForPage } from './read-for-page';

vi.mock('./backend', () => ({ read: vi.fn() }));

const list = (count: number) => ({
  data: Array.from({ length: count }, (_, index) => ({
    uuid: `vm-${index}`,
    pricing: {
      uuid: 'p',
      instance_type: 's-b',
      price_per_hour: 140,
      price_per_month: 100_800,
      storage_gb: 25,
    },
  })),
  page: null,
});
const input = { params: { group_type: 'organizations' as const, uuid: 'kopi' } };

it('hands a list of 50 rows on whole, so that the browser reads it no second time', async () => {
  vi.mocked(read).mockResolvedValue(list(50) as never);
  const { answers, beginning } = await readListForPage('A25', input);
  expect(beginning).toBeNull();
  expect(answers).toHaveLength(1);
});

it('hands on only the beginning of a longer one, its equal parts once', async () => {
  vi.mocked(read).mockResolvedValue(list(51) as never);
  const { answers, beginning } = await readListForPage('A25', input);
  expect(answers).toEqual([]);
  expect(beginning?.total).toBe(51);
  const rows = beginning?.answer.data ?? [];
  expect(rows).toEqual(list(50).data);
  expect(rows[49]?.pricing).toBe(rows[0]?.pricing);
});
