import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestCloud, at, noScope, order } from '../testing';
import { nextRun } from './backup-rows';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

const day = 86_400;

interface Row {
  id: string;
  schedule: string;
  current_cost: number;
  est_this_month: number;
  size: string;
  created_at: string;
}

/** A customer with one running machine of 20 GB in tier 1, where a GB of a backup costs Rp1 per hour. */
async function one(options: Parameters<TestCloud['customer']>[0] = {}) {
  const { api, tenant } = await cloud.customer({ instances: 1, ...options });
  const uuid = tenant.dewavps?.instances[0]?.uuid ?? '';
  const path = `/instance/${uuid}/backup`;
  return {
    api,
    tenant,
    uuid,
    path,
    history: async (query = '?limit=100') =>
      at((await api('GET', `${path}/history${query}`)).body, 'data', 'data') as Row[],
    schedule: (body: object) => api('POST', `${path}/schedules/create`, body),
    status: async () => at((await api('GET', `/instance/${uuid}/detail`)).body, 'data', 'status'),
    hourly: async () =>
      at((await api('GET', '/billing/summary')).body, 'data', 'current_hour_cost'),
  };
}
const daily = { schedule_type: 'daily', schedule_at: 2, retention: 3 };
const weekly = { schedule_type: 'weekly', schedule_on: 0, schedule_at: 3, retention: 4 };

it('computes a schedule’s next run in Jakarta’s time', () => {
  const saturday = Date.parse('2026-03-14T12:00:00+07:00');
  const run = (type: 'daily' | 'weekly', on: number | null, hour: number) =>
    new Date(nextRun({ type, day: on, hour }, saturday)).toISOString();
  expect(run('daily', null, 13)).toBe('2026-03-14T06:00:00.000Z');
  expect(run('daily', null, 12)).toBe('2026-03-15T05:00:00.000Z');
  expect(run('weekly', 0, 3)).toBe('2026-03-14T20:00:00.000Z');
  expect(run('weekly', 7, 3)).toBe('2026-03-14T20:00:00.000Z');
  expect(run('weekly', 6, 11)).toBe('2026-03-21T04:00:00.000Z');
});

describe('backups by schedule', () => {
  it('come at their hour, are limited by the retention, and are charged each', async () => {
    const { api, tenant, path, history, schedule, hourly } = await one();
    expect((await schedule(daily)).body).toMatchObject({
      message: 'Backup schedule successfully created',
      data: { schedule_type: 'daily', schedule_on: null, schedule_at: 2, retention: 3 },
    });
    expect((await schedule(weekly)).status).toBe(200);
    expect(at((await api('GET', `${path}/schedules`)).body, 'data')).toMatchObject([daily, weekly]);
    expect(await history()).toEqual([]);
    await cloud.advance(tenant, 8 * day);
    const rows = await history();
    const of = (name: string) => rows.filter((row) => row.schedule === name);
    expect(of('daily')).toHaveLength(3);
    expect(of('daily').every((row) => / 02:00$/.test(row.created_at))).toBe(true);
    expect(of('weekly').length).toBeGreaterThanOrEqual(1);
    expect(of('weekly').every((row) => / 03:00$/.test(row.created_at))).toBe(true);
    expect(rows[0]?.size).toMatch(/^\d+\.\d GB$/);
    expect(await hourly()).toBe(75 + 60 + 40 + 35 + 20 * rows.length);
    expect(rows[0]?.current_cost).toBeGreaterThan(0);
    expect(rows[0]?.est_this_month).toBeGreaterThanOrEqual(rows[0]?.current_cost ?? NaN);
    expect(await history('?limit=2&page=2')).toHaveLength(Math.min(2, rows.length - 2));
    const price = await api('GET', `${path}/price?tier_id=1`);
    expect(price.body).toMatchObject({
      message: 'Estimated per backup price',
      data: { price: 20 * 720 },
    });
  });

  it('are made while the machine runs, and wait while it is busy', async () => {
    const { tenant, uuid, api, history, schedule, status } = await one();
    const { now } = (await cloud.control('POST', `/tenants/${tenant.id}/clock`, {})) as {
      now: string;
    };
    const start = Date.parse(now);
    const run = nextRun({ type: 'daily', day: null, hour: 2 }, start);
    await schedule(daily);
    await cloud.advance(tenant, (run - start) / 1000 + 5);
    expect(await status()).toBe('Backing up');
    expect((await api('PATCH', `/instance/${uuid}/stop`)).status).toBe(400);
    await cloud.advance(tenant, 31);
    expect(await status()).toBe('Running');
    expect(await history()).toHaveLength(1);
    const last = at((await api('GET', `/instance/${uuid}/detail`)).body, 'data', 'last_backup_at');
    expect(last).toMatch(/, 02:00$/);

    await cloud.advance(tenant, day - 39);
    const clone = { hostname: 'copy-1', location_id: 1, tier_id: 1 };
    await api('POST', `/instance/${uuid}/clone`, clone);
    await cloud.advance(tenant, 20 * 60);
    const [late] = await history();
    expect(late?.created_at).toMatch(/ 02:[01]0$/);
    expect(await history()).toHaveLength(2);
  });

  it('leave nothing if they fail', async () => {
    const { tenant, history, schedule, status } = await one();
    await schedule(daily);
    await cloud.fault(tenant, { ref: 'D32', kind: 'fail', times: 1 });
    await cloud.advance(tenant, 2 * day + 60);
    expect(await status()).toBe('Running');
    expect((await history()).length).toBeLessThanOrEqual(2);
    expect((await history()).length).toBeGreaterThanOrEqual(1);
  });

  it('start with an order that includes them', async () => {
    const { api, tenant } = await cloud.customer();
    const made = await api('POST', '/instance/create', { ...order, include_backup: true });
    const path = `/instance/${String(at(made.body, 'data', 'uuid'))}/backup`;
    expect(at((await api('GET', `${path}/schedules`)).body, 'data')).toMatchObject([
      { schedule_type: 'daily', schedule_at: 2, retention: 1 },
    ]);
    await cloud.advance(tenant, 3 * day);
    expect(at((await api('GET', `${path}/history`)).body, 'data', 'page', 'total')).toBe(1);
  });
});

describe('schedules', () => {
  it('are changed and removed; a smaller retention deletes the oldest backups at once, a removal none', async () => {
    const { api, tenant, path, history, schedule } = await one();
    const id = String(at((await schedule(daily)).body, 'data', 'id'));
    await cloud.advance(tenant, 4 * day);
    expect(await history()).toHaveLength(3);
    const change = { retention: 1, schedule_at: 5, schedule_on: null };
    const changed = await api('PATCH', `${path}/schedules/${id}/update`, change);
    expect(changed.body).toMatchObject({
      message: 'Backup schedule successfully updated',
      data: { schedule_at: 5, retention: 1 },
    });
    expect(await history()).toHaveLength(1);
    await cloud.advance(tenant, day);
    expect((await history())[0]?.created_at).toMatch(/ 05:00$/);
    const gone = await api('DELETE', `${path}/schedules/${id}/delete`);
    expect(gone.body).toMatchObject({ message: 'Backup schedule successfully removed' });
    await cloud.advance(tenant, 3 * day);
    expect(await history()).toHaveLength(1);
    expect((await api('DELETE', `${path}/schedules/${id}/delete`)).status).toBe(404);
  });

  it('are refused without a day, for a used hour, out of range, and for a sixth', async () => {
    const { api, path, schedule } = await one();
    const fields = async (body: object) =>
      Object.keys(at((await schedule(body)).body, 'errors') as object);
    expect(await fields({ ...weekly, schedule_on: null })).toEqual(['schedule_on']);
    expect(await fields({ ...weekly, schedule_at: 24, retention: 0 })).toEqual([
      'schedule_at',
      'retention',
    ]);
    const id = String(at((await schedule(weekly)).body, 'data', 'id'));
    expect(await fields({ ...weekly, schedule_on: 7 })).toEqual(['schedule_at']);
    const noDay = await api('PATCH', `${path}/schedules/${id}/update`, {
      retention: 2,
      schedule_at: 3,
    });
    expect(Object.keys(at(noDay.body, 'errors') as object)).toEqual(['schedule_on']);
    for (const hour of [4, 5, 6, 7]) await schedule({ ...daily, schedule_at: hour });
    expect((await schedule({ ...daily, schedule_at: 8 })).body).toMatchObject({
      type: 'INVALID_OPERATION',
      message: 'An instance has at most 5 backup schedules',
    });
    const { tenant } = await cloud.customer({ keys: [{ scopes: ['read_instance'] }] });
    const reader = cloud.dewavps(tenant.dewavps?.keys[0]?.key);
    expect(await reader('POST', `${path}/schedules/create`, daily)).toMatchObject(noScope);
    expect((await reader('GET', `${path}/history`)).status).toBe(404);
  });
});

describe('a backup', () => {
  it('is restored on a stopped machine, with its accounts of that time', async () => {
    const { api, tenant, uuid, path, history, schedule, status } = await one();
    await schedule(daily);
    await cloud.advance(tenant, day + 60);
    const [backup] = await history();
    const system = { template_id: 22, username: 'ayu', password: 'fake-Pass-2026' };
    await api('PATCH', `/instance/${uuid}/reinstall`, system);
    await cloud.advance(tenant, 9);
    await api('POST', `/instance/${uuid}/snapshot/create`, { name: 'a', description: 'a' });
    await cloud.advance(tenant, 5);
    const restore = () => api('GET', `${path}/restore/${backup?.id}`);
    expect((await restore()).body).toMatchObject({
      type: 'INVALID_OPERATION',
      message: 'Instance must be stopped first',
    });
    await api('PATCH', `/instance/${uuid}/stop`);
    await cloud.advance(tenant, 4);
    expect((await restore()).body).toMatchObject({
      message: 'Restore process on VM instance',
      data: { status: 'Restoring' },
    });
    await cloud.advance(tenant, 9);
    expect(at((await api('GET', `/instance/${uuid}/detail`)).body, 'data')).toMatchObject({
      status: 'Stopped',
      username: 'demo',
      os_name: 'Ubuntu 24.04',
    });
    expect(at((await api('GET', `/instance/${uuid}/snapshot/snapshots`)).body, 'data')).toEqual([]);

    await cloud.fault(tenant, { ref: 'DX2', kind: 'fail', times: 1 });
    await restore();
    await cloud.advance(tenant, 9);
    expect(await status()).toBe('Error');
    await restore(); // a backup can also be restored on a machine in error
    await cloud.advance(tenant, 9);
    expect(await status()).toBe('Stopped');
  });

  it('costs nothing after its deletion, and all are deleted with the machine', async () => {
    const { api, tenant, uuid, path, history, schedule, hourly } = await one();
    await schedule(daily);
    await cloud.advance(tenant, 3 * day);
    const rows = await history();
    const before = Number(await hourly());
    const gone = await api('DELETE', `${path}/${rows[0]?.id}/delete`);
    expect(gone.body).toMatchObject({ message: 'Backup file successfully removed.' });
    expect(await history()).toHaveLength(rows.length - 1);
    expect(await hourly()).toBe(before - 20);
    expect((await api('DELETE', `${path}/${rows[0]?.id}/delete`)).status).toBe(404);
    await api('DELETE', `/instance/${uuid}`, { remove_ip: true, remove_block_storage: true });
    await cloud.advance(tenant, 2 * day);
    expect(await hourly()).toBe(0);
  });
});
