import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnswer } from '@/lib/contract/answer';
import { TestCloud, noScope } from '../testing';
import type { Client } from '../testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const ofDeposits = async (api: Client, query = '') =>
  readAnswer('D80', (await api('GET', `/billing/deposit/export${query}`)).body);
const exportPath = (id: string) => `/billing/report/summary/${id}/export`;
const ofReport = async (api: Client, id: string) =>
  readAnswer('D90', (await api('GET', exportPath(id))).body);
const reports = async (api: Client) =>
  readAnswer('D88', (await api('GET', '/billing/report/summary')).body).data;

/** The cells of the file behind a link. */
async function cellsOf(link: string | null): Promise<string[][]> {
  const response = await fetch(link ?? '');
  expect(response.headers.get('content-type')).toContain('text/csv');
  const lines = (await response.text()).trimEnd().split('\r\n');
  return lines.map((line) => line.slice(1, -1).split('","'));
}

describe('an export', () => {
  const dayAgo = (days: number) =>
    new Date(Date.now() + 7 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

  it('of deposits links a file with those of the period', async () => {
    const { api } = await cloud.customer({
      deposits: [
        { days: 30, amount: 100_000 },
        { days: 5, amount: 13_750 },
        { days: 0.01, amount: 50_000, paid: false },
      ],
    });
    const [head, ...all] = await cellsOf((await ofDeposits(api)).download_url);
    expect(head).toContain('VAT');
    expect(all.map((row) => row.slice(4))).toEqual([
      ['50000', '5500', '4000', 'PENDING'],
      ['13750', '1513', '4000', 'SUCCESS'],
      ['100000', '11000', '4000', 'SUCCESS'],
    ]);
    const some = await ofDeposits(api, `?start=${dayAgo(6)}&end=${dayAgo(4)}`);
    expect((await cellsOf(some.download_url)).slice(1).map((row) => row[4])).toEqual(['13750']);
    const backwards = '/billing/deposit/export?start=2026-02-01&end=2026-01-01';
    expect((await api('GET', backwards)).status).toBe(422);
    expect((await fetch(`${some.download_url}x`)).status).toBe(404);
  });

  it('of a report links a file that adds up to it, after its month', async () => {
    const { api } = await cloud.customer({ instances: 1, disks: 1, age: 70 });
    const [ongoing, last] = await reports(api);
    const rows = (await cellsOf((await ofReport(api, last?.id ?? '')).download_url)).slice(1);
    expect(rows.reduce((sum, row) => sum + Number(row[7]), 0)).toBe(last?.total);
    const path = `/billing/report/summary/${last?.billing_date}/details`;
    const { id } = readAnswer('D89', (await api('GET', path)).body);
    const again = await cellsOf((await ofReport(api, id)).download_url);
    expect(again.slice(1)).toEqual(rows);
    expect(await api('GET', exportPath(ongoing?.id ?? ''))).toMatchObject({
      status: 400,
      body: { type: 'INVALID_OPERATION' },
    });
    expect((await api('GET', exportPath('99'))).status).toBe(404);
  });

  it('is a job without a link where the tenant has it so', async () => {
    const { api } = await cloud.customer({ instances: 1, age: 70, exports: 'job' });
    for (const job of [
      await ofDeposits(api),
      await ofReport(api, (await reports(api))[1]?.id ?? ''),
    ])
      expect(job).toEqual({
        id: expect.any(String) as string,
        status: 'processing',
        download_url: null,
      });
  });

  it('needs the billing scope', async () => {
    const { tenant } = await cloud.customer({ keys: [{ scopes: ['read_instance'] }] });
    const api = cloud.dewavps(tenant.dewavps?.keys[0]?.key);
    for (const path of ['/billing/deposit/export', exportPath('1')])
      expect(await api('GET', path)).toMatchObject(noScope);
  });
});
