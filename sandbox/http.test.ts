import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestCloud, at, fakeKey, noScope, noToken, order, projectNamed } from './testing';

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await TestCloud.start();
});
afterAll(() => cloud.close());

describe('finding the operation', () => {
  it('answers 404, 405 and 501 in the backend’s own envelope', async () => {
    const { api } = await cloud.customer();
    expect(await api('GET', '/nowhere')).toMatchObject({
      status: 404,
      body: { message: expect.any(String) as string },
    });
    expect((await api('PUT', '/instance')).status).toBe(405);
    const { tenant, api: awanio, org } = await cloud.person({ provider: true });
    expect((await awanio('GET', '/nowhere')).body).toMatchObject({
      error: 'NOT FOUND',
      error_code: '404-1',
      result: false,
    });
    const { username, password } = tenant.awanio ?? {};
    const provider = await cloud.awanio()('POST', '/accounts/sa/login', { username, password });
    const list = cloud.awanio(String(at(provider.body, 'data', 'token')));
    expect((await list('GET', '/sa/users')).body).toMatchObject({
      error_code: '501-1',
      result: false,
    });
    expect((await awanio('GET', `/nonsense/${org}/vms`)).status).toBe(404);
  });

  it('prefers literals to parameters', async () => {
    const { api } = await cloud.customer();
    expect(at((await api('GET', '/instance/size-template')).body, 'message')).toBe(
      'VM size templates',
    );
  });

  it('moves and removes operations by the overrides', async () => {
    const moved = await TestCloud.start({
      paths: { D02: { path: '/instance/instances' }, D49: { absent: true } },
    });
    try {
      const { api } = await moved.customer();
      expect((await api('GET', '/instance/instances')).status).toBe(200);
      expect((await api('GET', '/instance')).status).toBe(404);
      expect((await api('GET', '/network/vswitches')).status).toBe(404);
    } finally {
      await moved.close();
    }
  });
});

describe('reading the input', () => {
  it('accepts forms, lists in forms and method spoofing', async () => {
    const { api, tenant } = await cloud.customer({ instances: 1 });
    const key = await api(
      'POST',
      '/credential/ssh',
      new URLSearchParams({ title: 'a', key: fakeKey() }),
    );
    const form = new URLSearchParams(
      Object.entries({ ...order, use_public_ip: '1' }).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]),
    );
    form.append('ssh_keys[]', String(at(key.body, 'data', 'id')));
    form.append('use_dedicated_cpu', '0');
    form.append('vswitch', '');
    const made = await api('POST', '/instance/create', form);
    expect(made.status, made.text).toBe(200);
    const uuid = tenant.dewavps?.instances[0]?.uuid;
    const gone = await api(
      'POST',
      `/instance/${uuid}`,
      new URLSearchParams({ _method: 'DELETE', remove_ip: '1', remove_block_storage: '0' }),
    );
    expect(at(gone.body, 'message')).toBe('Virtual machine is on terminating process');
  });

  it('ignores unknown fields in both backends, and converts between numbers and text', async () => {
    const { api } = await cloud.customer();
    expect((await api('GET', '/instance?colour=red')).status).toBe(200);
    const disk = { name: 'data', location_id: '1', storage_type: 1, size: '10', iam: {} };
    const made = await api('POST', '/storage/blocks/create', disk);
    expect(made).toMatchObject({ status: 200, body: { data: { size: 10 } } });
    const person = await cloud.person();
    const project = {
      name: 'Situs',
      organization_uuid: person.org,
      iam: {},
      users: [],
      project_members: [],
    };
    expect(await person.api('POST', '/projects', project)).toMatchObject({
      status: 200,
      body: { data: null },
    });
  });

  it('accepts JSON with the content type of plain text', async () => {
    const { tenant } = await cloud.person();
    const base = `${cloud.sandbox.apiUrl}/awanio/v2`;
    const send = async (method: string, path: string, body: object, token?: string) => {
      const headers = {
        'content-type': 'text/plain;charset=UTF-8',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      };
      const sent = await fetch(base + path, { method, headers, body: JSON.stringify(body) });
      return { status: sent.status, body: (await sent.json()) as unknown };
    };
    const { username, password } = tenant.awanio ?? {};
    const login = await send('POST', '/accounts/login', { username, password });
    const token = String(at(login.body, 'data', 'token'));
    const organization_uuid = tenant.awanio?.organization.uuid;
    const made = await send('POST', '/projects', { name: 'Situs', organization_uuid }, token);
    expect(made.status).toBe(200);
    const uuid = await projectNamed(cloud.awanio(token), 'Situs');
    expect(await send('PUT', `/projects/${uuid}`, { name: 'Toko' }, token)).toMatchObject({
      status: 200,
      body: { data: { uuid, name: 'Toko' } },
    });
  });

  it('refuses invalid JSON and bodies that are too large', async () => {
    const { api, tenant } = await cloud.customer();
    const url = `${cloud.sandbox.apiUrl}/dewavps/v1/credential/ssh`;
    const headers = {
      'x-apikey': tenant.dewavps?.keys[0]?.key ?? '',
      'content-type': 'application/json',
    };
    expect((await fetch(url, { method: 'POST', headers, body: '{"title":' })).status).toBe(400);
    expect((await api('POST', '/credential/ssh', { title: 'x'.repeat(3_000_000) })).status).toBe(
      413,
    );
  });
});

describe('scopes and rates', () => {
  it('refuses operations for which a key has no scope', async () => {
    const { tenant } = await cloud.customer({
      instances: 1,
      keys: [{ scopes: ['read_instance'] }, { scopes: ['billing'] }],
    });
    const [reader, billing] = (tenant.dewavps?.keys ?? []).map(({ key }) => cloud.dewavps(key));
    expect((await reader?.('GET', '/instance'))?.status).toBe(200);
    const refused = await reader?.('PATCH', `/instance/${tenant.dewavps?.instances[0]?.uuid}/stop`);
    expect(refused).toMatchObject({
      status: 400,
      body: {
        type: 'SCOPE_MISMATCH',
        message: expect.stringContaining('write_instance') as string,
      },
    });
    expect(await reader?.('GET', '/billing/summary')).toMatchObject(noScope);
    expect((await billing?.('GET', '/billing/summary'))?.status).toBe(200);
    expect(await billing?.('GET', '/instance')).toMatchObject(noScope);
    expect((await billing?.('GET', '/locations'))?.status).toBe(200);
    expect(await cloud.dewavps('wrong')('GET', '/locations')).toMatchObject({
      status: 400,
      body: { type: 'TOKEN_NOT_FOUND' },
    });
  });

  it('gives a Retry-After after too many calls', async () => {
    const { api } = await cloud.customer({ rate: 3 });
    for (let calls = 0; calls < 3; calls += 1)
      expect((await api('GET', '/locations')).status).toBe(200);
    const refused = await api('GET', '/locations');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('revokes keys on request', async () => {
    const { api, tenant } = await cloud.customer();
    await cloud.control('POST', `/tenants/${tenant.id}/revoke`, { keys: true });
    expect(await api('GET', '/locations')).toMatchObject(noToken);
  });
});

describe('faults', () => {
  it('affect one tenant and one operation, as many times as requested', async () => {
    const { api, tenant } = await cloud.customer();
    const other = await cloud.customer();
    await cloud.fault(tenant, {
      ref: 'D02',
      kind: 'status',
      status: 503,
      message: 'Maintenance',
      times: 1,
    });
    expect((await api('GET', '/locations')).status).toBe(200);
    expect((await other.api('GET', '/instance')).status).toBe(200);
    expect(await api('GET', '/instance')).toMatchObject({
      status: 503,
      body: { message: 'Maintenance' },
    });
    expect((await api('GET', '/instance')).status).toBe(200);
  });

  it('close the connection, truncate, send a wrong shape and expire', async () => {
    const { api, tenant } = await cloud.customer();
    await cloud.fault(tenant, { kind: 'down', times: 1 });
    await expect(api('GET', '/instance')).rejects.toThrow();
    await cloud.fault(tenant, { kind: 'down', status: 502, times: 1 });
    expect(await api('GET', '/instance')).toMatchObject({ status: 502, body: undefined });
    await cloud.fault(tenant, { kind: 'malformed', times: 1 });
    expect(await api('GET', '/instance')).toMatchObject({ status: 200, body: undefined });
    await cloud.fault(tenant, { kind: 'malformed', variant: 'shape', times: 1 });
    expect((await api('GET', '/instance')).text).toContain('canary');
    await cloud.fault(tenant, { kind: 'expire' });
    expect(await api('GET', '/instance')).toMatchObject(noToken);
    await cloud.control('DELETE', `/tenants/${tenant.id}/faults`);
    expect((await api('GET', '/instance')).status).toBe(200);
  });

  it('redirect to another address', async () => {
    const { tenant } = await cloud.customer();
    await cloud.fault(tenant, { ref: 'D76', kind: 'redirect' });
    const key = tenant.dewavps?.keys[0]?.key ?? '';
    const answer = await fetch(`${cloud.sandbox.apiUrl}/dewavps/v1/tiers`, {
      headers: { 'x-apikey': key },
      redirect: 'manual',
    });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toBe('https://docs.example.id/api');
  });

  it('affect a sign-in by the person’s tenant', async () => {
    const { tenant } = await cloud.person();
    await cloud.fault(tenant, { ref: 'A03', kind: 'status', status: 500, message: 'NO', times: 1 });
    const { username, password } = tenant.awanio ?? {};
    expect(
      (await cloud.awanio()('POST', '/accounts/login', { username, password })).body,
    ).toMatchObject({ error_code: '500-1', message: 'NO' });
    expect((await cloud.awanio()('POST', '/accounts/login', { username, password })).status).toBe(
      200,
    );
  });
});

describe('the control API', () => {
  it('refuses browsers and invalid requests', async () => {
    const url = `${cloud.sandbox.controlUrl}/tenants`;
    expect(
      (await fetch(url, { method: 'POST', headers: { origin: 'http://evil.example' }, body: '{}' }))
        .status,
    ).toBe(403);
    expect((await fetch(url, { method: 'POST', body: '{"colour":1}' })).status).toBe(422);
  });

  it('answers documented samples unchanged', async () => {
    const { api, tenant } = await cloud.customer();
    await cloud.control('POST', `/tenants/${tenant.id}/samples`, { on: true });
    const paid = async () =>
      at((await api('GET', '/billing/postpaid/summary')).body, 'data', 'total_paid');
    expect(await paid()).toBe(3);
    await cloud.control('POST', `/tenants/${tenant.id}/samples`, { on: false });
    expect(await paid()).toBe(0);
  });

  it('lists the calls of a tenant with their times', async () => {
    const { api, tenant } = await cloud.customer();
    const before = Date.now();
    await api('GET', '/locations');
    const seen = (await cloud.control('GET', `/tenants/${tenant.id}/arrivals`)) as {
      ref: string;
      at: number;
    }[];
    expect(seen.map(({ ref }) => ref)).toEqual(['D75']);
    expect(seen[0]?.at).toBeGreaterThanOrEqual(before);
  });

  it('lists the operations that were called', async () => {
    const { api } = await cloud.customer();
    await api('GET', '/locations');
    expect(await cloud.control('GET', '/reached')).toContain('D75');
  });
});
