import { expect, it, vi } from 'vitest';
import { metrics } from '@/lib/log/metrics';
import { json } from './testing/fake-backend';
import { onBothMounts } from './testing/stage';
import { origin, signIn } from './testing/world';

onBothMounts('the proxy spares the backends', (stage) => {
  const list = '/dewavps/toko/credential/ssh';
  const held = () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    return { gate, release: () => release() };
  };

  it('joins identical reads to one call', async () => {
    const { gate, release } = held();
    stage.dewavps.respond = async (_asked, response) => {
      await gate;
      json(response, 200, { data: [{ id: 1, title: 'laptop' }] });
    };
    const arrived = stage.dewavps.next();
    const answers = [stage.get(list), stage.get(list), stage.get(list)];
    await arrived;
    const others = [stage.get('/dewavps/gudang/credential/ssh')];
    release();
    for (const got of await Promise.all([...answers, ...others])) expect(got.status).toBe(200);
    expect(stage.dewavps.asked.map(({ headers }) => headers['x-apikey']).sort()).toEqual([
      stage.person.keys.gudang,
      stage.person.keys.toko,
    ]);
  });

  it('answers a second read from memory, until something changes', async () => {
    stage.dewavps.respond = (_asked, response) => json(response, 200, { data: [] });
    await stage.get(list);
    await stage.get(list);
    expect(stage.dewavps.asked).toHaveLength(1);
    await stage.change('DELETE', '/dewavps/toko/credential/ssh/5');
    await stage.get(list);
    expect(stage.dewavps.asked.map(({ method }) => method)).toEqual(['GET', 'DELETE', 'GET']);
  });

  it('who asks for it gets a fresh answer, one call for those who ask together', async () => {
    let release: () => void = () => undefined;
    stage.dewavps.respond = (_asked, response) => json(response, 200, { data: [] });
    const fresh = { headers: { 'x-nusa-fresh': '1' } };
    await stage.get(list);
    const gate = new Promise<void>((resolve) => (release = resolve));
    stage.dewavps.respond = async (_asked, response) => {
      await gate;
      json(response, 200, { data: [{ id: 1, title: 'laptop' }] });
    };
    const arrived = stage.dewavps.next();
    const asked = [stage.get(list, fresh), stage.get(list, fresh)];
    await arrived;
    release();
    for (const got of await Promise.all(asked)) expect(got.json().data).toHaveLength(1);
    expect((await stage.get(list)).json().data).toHaveLength(1);
    await stage.get(list, fresh); // a second click in the same moment
    expect(stage.dewavps.asked).toHaveLength(2);
  });

  it('errors are not remembered', async () => {
    stage.dewavps.respond = (_asked, response) => json(response, 404, { message: 'no' });
    await stage.get(list);
    await stage.get(list);
    expect(stage.dewavps.asked).toHaveLength(2);
  });

  it('cancels a read whose caller disconnects, unless another one waits for it', async () => {
    const { gate, release } = held();
    stage.dewavps.respond = async (_asked, response) => {
      await gate;
      json(response, 200, { data: [] });
    };
    const [one, two] = [new AbortController(), new AbortController()];
    let arrived = stage.dewavps.next();
    const first = stage.get(list, { signal: one.signal }).catch((error: unknown) => error);
    await arrived;
    const joined = async () =>
      (await metrics().savedCalls.get()).values.find(({ labels }) => labels.how === 'joined')
        ?.value ?? 0;
    const before = await joined();
    const second = stage.get(list);
    await vi.waitFor(async () => expect(await joined()).toBe(before + 1));
    one.abort();
    await first;
    release();
    expect((await second).status).toBe(200);
    expect(stage.dewavps.asked).toHaveLength(1);

    stage.dewavps.respond = () => undefined;
    arrived = stage.dewavps.next();
    const third = stage
      .get('/dewavps/toko/credential/ssh/options', { signal: two.signal })
      .catch((error: unknown) => error);
    const { cut } = await arrived;
    two.abort();
    await third;
    await cut;
  });

  it('completes a change though its page has closed', async () => {
    const { gate, release } = held();
    let answered: Promise<void> = Promise.resolve();
    stage.dewavps.respond = async (_asked, response) => {
      answered = new Promise((resolve, reject) => {
        response.once('finish', resolve);
        response.once('close', () => reject(new Error('the change was cut')));
      });
      await gate;
      json(response, 200, { data: null });
    };
    const page = new AbortController();
    const arrived = stage.dewavps.next();
    const sent = stage.mount
      .send('/api/dewavps/toko/instance/i-1/start', {
        method: 'PATCH',
        headers: { cookie: stage.person.cookie, origin },
        signal: page.signal,
      })
      .catch((error: unknown) => error);
    await arrived;
    page.abort();
    release();
    await sent;
    await expect(answered).resolves.toBeUndefined();
  });

  it('refuses what a page shows already before the budget is used up, and still reads what it doesn’t', async () => {
    stage.settings({ NUSA_CALLS_PER_MINUTE: '10' });
    stage.person = await signIn();
    stage.dewavps.respond = (_asked, response) => json(response, 200, { data: [] });
    const again = { headers: { 'x-nusa-again': '1' } };
    const statuses: number[] = [];
    for (let page = 1; page <= 8; page += 1)
      statuses.push((await stage.get(`/dewavps/toko/instance?page=${page}`, again)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 429]);
    expect((await stage.get('/dewavps/toko/instance?page=9')).status).toBe(200);
  });

  it('has a budget for each credential: reads stop first, a change is still sent', async () => {
    stage.settings({ NUSA_CALLS_PER_MINUTE: '20', NUSA_REPLICAS: '2' });
    stage.person = await signIn();
    stage.dewavps.respond = (_asked, response) => json(response, 200, { data: [] });
    const statuses: number[] = [];
    for (let page = 1; page <= 10; page += 1)
      statuses.push((await stage.get(`/dewavps/toko/instance?page=${page}`)).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(8);
    const refused = await stage.get('/dewavps/toko/instance?page=99');
    expect(refused.json()).toMatchObject({ code: 'too_many_requests', status: 429, perMinute: 20 });
    expect(refused.json().retryAfter).toBeGreaterThan(0);
    expect((await stage.change('PATCH', '/dewavps/toko/instance/i-1/stop')).status).toBe(200);
    expect((await stage.get('/dewavps/gudang/instance')).status).toBe(200);
    expect(stage.dewavps.asked).toHaveLength(10);
  });
});
