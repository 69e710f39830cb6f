import { beforeEach, expect, it, vi } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import d84 from '@/lib/contract/fixtures/dewavps/D84.json' with { type: 'json' };
import { callForPerson } from './call-for-person';

const { callRaw } = vi.hoisted(() => ({ callRaw: vi.fn() }));
vi.mock('@/lib/backend', async (original) => ({ ...(await original<object>()), callRaw }));

const credentials = { backend: 'dewavps', key: 'k' } as const;
const options = { requestId: 'r1' };

beforeEach(() => {
  callRaw.mockReset();
});

it('gives a file to its own handler as it came', async () => {
  const file = { body: Buffer.from('%PDF-1.7') };
  callRaw.mockResolvedValue(file);
  const answer = callForPerson('D85', { params: { invoice_id: 'PP-1' } }, credentials, options);
  expect(await answer).toBe(file);
});

it('gives of a list only the fields of the contract', async () => {
  const { data, ...list } = readAnswer('D84', d84.answer);
  callRaw.mockResolvedValue({ ...list, data: data.map((row) => ({ ...row, more: 'x' })) });
  expect(await callForPerson('D84', {}, credentials, options)).toMatchObject({ data });
  expect(JSON.stringify(await callForPerson('D84', {}, credentials, options))).not.toContain(
    'more',
  );
});
