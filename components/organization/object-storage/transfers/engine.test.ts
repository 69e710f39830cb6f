import { describe, expect, it } from 'vitest';
import { problem } from '@/lib/problem';
import { requestsAtOnce } from './engine';
import { smallest } from './part-plan';
import type { Target } from './upload';
import { at, chosen, gate, makeStore, makeWorld, type Call } from './testing';

const large = 3 * smallest + 1234;
/** Whether the store holds the file under a key, byte for byte. */
const holds = async (store: ReturnType<typeof makeStore>, key: string, file: File | null) => {
  const body = store.objects.get(key)?.body;
  return body !== undefined && Buffer.from(await (file as File).arrayBuffer()).equals(body);
};
const one = (path: string, size: number, replace = false) => ({
  target: at(path),
  chosen: chosen(path, size),
  replace,
});
const only = (ids: readonly string[]) => ids[0] ?? '';

describe('uploads', () => {
  it('puts small files whole and large ones in parts, byte for byte, and names exactly', async () => {
    const store = makeStore();
    const { transfers, kept, settled } = makeWorld(store.wire);
    const files = [one('про', 5), one('=%?_', 0), one('a+b &#.txt ', 10), one('besar', large)];
    expect(transfers.add(files)).toBe(4);
    await settled();
    expect([...store.objects.keys()].sort()).toEqual(files.map(({ target }) => target.key).sort());
    for (const { target, chosen: of } of files)
      expect(await holds(store, target.key, of.file)).toBe(true);
    expect(store.calls.filter(({ what }) => what === 'putPart').map((c) => c.number)).toEqual([
      1, 2, 3, 4,
    ]);
    expect(transfers.snapshot().totals).toMatchObject({ files: 4, done: 4, busy: 0 });
    expect(kept.size).toBe(0);
  });

  it('has six requests under way and four parts of a file', async () => {
    let parts = 0;
    let mostParts = 0;
    const store = makeStore(async ({ what }: Call) => {
      if (what !== 'putPart') return;
      mostParts = Math.max(mostParts, (parts += 1));
      await new Promise((resolve) => setTimeout(resolve, 2));
      parts -= 1;
    });
    const { transfers, settled } = makeWorld(store.wire);
    transfers.add([one('a', 9 * smallest)]);
    await settled();
    expect(mostParts).toBe(4);
    transfers.add(Array.from({ length: 40 }, (_, index) => one(`s${index}`, 3)));
    await settled();
    expect(store.most()).toBe(requestsAtOnce);
    expect(store.objects.size).toBe(41);
  });

  it('pauses, and goes on with the parts that the store lacks', async () => {
    const held = gate();
    let hold = true;
    const store = makeStore(({ what, number = 0 }) =>
      what === 'putPart' && number > 2 && hold ? held.opened : undefined,
    );
    const { transfers, settled } = makeWorld(store.wire);
    const file = one('besar', large);
    transfers.add([file]);
    await expect.poll(() => [...store.uploads.values()][0]?.parts.size).toBe(2);
    transfers.pause();
    await expect.poll(() => transfers.snapshot().totals.paused).toBe(1);
    hold = false;
    store.calls.length = 0;
    transfers.resume();
    await settled();
    expect(store.calls.flatMap(({ number }) => number ?? [])).toEqual([3, 4]);
    expect(await holds(store, 'besar', file.chosen.file)).toBe(true);
  });

  it.each([
    problem('console_unreachable', 0, 'Lost.', { outcome: 'unknown' }),
    problem('backend_timeout', 504, 'Slow.'),
    problem('too_many_requests', 429, 'Slow down.', { storage: 'SlowDown' }),
  ])('goes on by itself after $problem.code, and never ends an upload', async (error) => {
    let left = 3;
    const store = makeStore(({ what, number }) => {
      if (what === 'putPart' && number === 2 && left-- > 0) throw error;
    });
    const { transfers, settled } = makeWorld(store.wire);
    transfers.add([one('besar', large)]);
    await settled();
    expect(transfers.snapshot().totals.done).toBe(1);
    expect(store.made('abort')).toBe(0);
    const sent = store.calls.flatMap(({ what, number = 0 }) =>
      what === 'putPart' ? [number] : [],
    );
    expect(sent.filter((number) => number !== 2)).toEqual(
      [...new Set(sent)].filter((n) => n !== 2),
    );
  });

  it('waits for the network, and begins nothing meanwhile', async () => {
    const back = gate();
    let offline = true;
    const store = makeStore(() => {
      if (offline) throw problem('offline', 0, 'No network.');
    });
    const { transfers, settled } = makeWorld(store.wire, { reachable: () => back.opened });
    transfers.add(Array.from({ length: 50 }, (_, index) => one(`s${index}`, 3)));
    await expect.poll(() => transfers.snapshot().totals.away).toBe('offline');
    expect(store.calls.length).toBeLessThanOrEqual(requestsAtOnce);
    offline = false;
    back.open();
    await settled();
    expect(store.objects.size).toBe(50);
  });

  it('begins anew what the store has forgotten, and says so', async () => {
    const store = makeStore(({ what, number }) => {
      if (what === 'putPart' && number === 3 && store.made('begin') === 1) store.uploads.clear();
    });
    const { transfers, settled } = makeWorld(store.wire);
    transfers.add([one('besar', large)]);
    await settled();
    expect(transfers.view(only(transfers.snapshot().ids))).toMatchObject({
      state: 'done',
      anew: true,
    });
    expect(store.made('begin')).toBe(2);
  });

  it('takes an upload for done whose last answer was lost, whole or in parts', async () => {
    const store = makeStore();
    const lost = new Set<string>();
    const losing =
      <Given extends [Target, ...unknown[]]>(
        what: string,
        call: (...given: Given) => Promise<void>,
      ) =>
      async (...given: Given) => {
        await call(...given);
        if (lost.has(what)) return;
        lost.add(what);
        throw problem('console_unreachable', 0, 'Lost.', { outcome: 'unknown' });
      };
    const { complete, putWhole } = store.wire;
    store.wire.complete = losing('complete', complete);
    store.wire.putWhole = losing('putWhole', putWhole);
    const { transfers, settled } = makeWorld(store.wire);
    transfers.add([one('besar', large), one('kecil', 10)]);
    await settled();
    for (const id of transfers.snapshot().ids)
      expect(transfers.view(id)).toMatchObject({ state: 'done', anew: false });
    expect([...lost]).toHaveLength(2);
    expect(store.made('begin')).toBe(1);
  });

  it('takes no other object of the same size for the one that it asked for', async () => {
    const store = makeStore();
    const { complete } = store.wire;
    let reached = false;
    store.wire.complete = async (to, ref, ...rest) => {
      if (reached) return complete(to, ref, ...rest);
      reached = true;
      // The store was never asked, and somebody ended the upload meanwhile.
      store.uploads.clear();
      throw problem('backend_unreachable', 502, 'The connection broke.');
    };
    const old = new Uint8Array(large);
    store.objects.set('besar', { body: old, etag: 'old-4' });
    const { transfers, settled } = makeWorld(store.wire);
    transfers.add([one('besar', large, true)]);
    await settled();
    expect(transfers.view(only(transfers.snapshot().ids))).toMatchObject({
      state: 'done',
      anew: true,
    });
    expect(store.objects.get('besar')?.body[1]).toBe(1);
  });

  it('stops where the person has to decide, and goes on when asked', async () => {
    let refuse = true;
    const store = makeStore(({ what }) => {
      if (what === 'putWhole' && refuse)
        throw problem('no_access', 403, 'No.', { storage: 'AccessDenied' });
    });
    const { transfers, settled } = makeWorld(store.wire);
    transfers.add([one('a', 1)]);
    await settled();
    const id = only(transfers.snapshot().ids);
    expect(transfers.view(id)).toMatchObject({ state: 'stopped', why: { what: 'problem' } });
    refuse = false;
    transfers.resume([id]);
    await settled();
    expect(transfers.view(id)?.state).toBe('done');
  });

  it('stops at a full store', async () => {
    const store = makeStore(({ what }) => {
      if (what === 'putPart')
        throw problem('backend_error', 507, 'Full.', { storage: 'XMinioStorageFull' });
    });
    const { transfers, settled } = makeWorld(store.wire);
    transfers.add([one('besar', large)]);
    await settled();
    expect(transfers.snapshot().totals.stopped).toBe(1);
    expect(store.made('abort')).toBe(0);
  });

  it('asks about names that exist before a large file is sent', async () => {
    const store = makeStore();
    const { transfers, settled } = makeWorld(store.wire);
    transfers.add([one('a.txt', 1), one('b', large)]);
    await settled();
    transfers.clear();
    store.calls.length = 0;
    transfers.add([one('a.txt', 2), one('b', large), one('c', 1)]);
    await settled();
    expect(transfers.snapshot().totals).toMatchObject({ stopped: 2, existing: 2, done: 1 });
    expect(store.made('putPart')).toBe(0);
    transfers.decide('both');
    await settled();
    expect([...store.objects.keys()].sort()).toEqual(['a (1).txt', 'a.txt', 'b', 'b (1)', 'c']);
    transfers.add([one('a.txt', 2)]);
    await settled();
    transfers.decide('replace');
    await settled();
    expect(store.objects.get('a.txt')?.body).toHaveLength(2);
    transfers.add([one('a.txt', 3)]);
    await settled();
    transfers.decide('skip');
    await settled();
    expect(store.objects.get('a.txt')?.body).toHaveLength(2);
  });

  it('ends an upload at the store only when it is cancelled', async () => {
    const held = gate();
    const store = makeStore(({ what }) => (what === 'putPart' ? held.opened : undefined));
    const { transfers, kept, settled } = makeWorld(store.wire);
    transfers.add([one('besar', large)]);
    await expect.poll(() => store.made('putPart')).toBe(4);
    await transfers.cancel();
    await settled();
    expect(store.uploads.size).toBe(0);
    expect(store.made('abort')).toBe(1);
    expect(kept.size).toBe(0);
    held.open();
  });

  it('comes back after a reload, takes the same file alone, and sends what is missing', async () => {
    const held = gate();
    let hold = true;
    const store = makeStore(({ what, number = 0 }) =>
      what === 'putPart' && number > 3 && hold ? held.opened : undefined,
    );
    const before = makeWorld(store.wire);
    before.transfers.add([one('foto/besar', large), one('foto/kecil', 4)]);
    await expect.poll(() => [...store.uploads.values()][0]?.parts.size).toBe(3);
    before.transfers.pause();
    hold = false;
    const after = makeWorld(store.wire);
    after.transfers.restore([...before.kept.values()]);
    await expect.poll(() => after.transfers.snapshot().totals.needFile).toBe(1);
    const id = only(after.transfers.snapshot().ids);
    expect(after.transfers.supply([chosen('besar', large - 1)], id)).toEqual([]);
    expect(after.transfers.supply([chosen('besar', large, { modified: 1 })])).toEqual([]);
    store.calls.length = 0;
    expect(after.transfers.supply([chosen('besar', large)])).toEqual([id]);
    await after.settled();
    expect(store.calls.flatMap(({ number }) => number ?? [])).toEqual([4]);
    expect(await holds(store, 'foto/besar', chosen('besar', large).file)).toBe(true);
  });

  it('falls back to the console where the store itself does not take parts', async () => {
    const store = makeStore(({ what, number }) => {
      if (what === 'putOutside' && number === 3)
        throw problem('console_unreachable', 0, 'CORS.', { outcome: 'unknown' });
    });
    store.letDirect();
    const { transfers, settled } = makeWorld(store.wire);
    const file = one('besar', 9 * smallest);
    transfers.add([file]);
    await settled();
    expect(await holds(store, 'besar', file.chosen.file)).toBe(true);
    const direct = store.calls.filter(({ what }) => what === 'putOutside').map((c) => c.number);
    const through = store.calls.filter(({ what }) => what === 'putPart').map((c) => c.number);
    expect(through).toContain(3);
    expect(direct.filter((number) => through.includes(number))).toEqual([3]);
  });

  it('signs anew what ended while the device slept, and goes on straight to the store', async () => {
    const store = makeStore();
    store.letDirect();
    const { sign, putOutside } = store.wire;
    let ended = '';
    store.wire.sign = async (...given) => {
      const signed = await sign(...given);
      const time = store.made('sign');
      return {
        ...signed,
        urls: signed.urls.map(({ number, url }) => ({ number, url: `${url} ${time}` })),
      };
    };
    store.wire.putOutside = async (url, sending) => {
      const [, number = '', time = ''] = url.split(' ');
      if (number === '3') ended ||= time; // the device sleeps while the third part leaves
      return time === ended ? { status: 403, etag: null } : putOutside(url, sending);
    };
    const { transfers, settled } = makeWorld(store.wire);
    const file = one('besar', 9 * smallest);
    transfers.add([file]);
    await settled();
    expect(await holds(store, 'besar', file.chosen.file)).toBe(true);
    expect(store.made('putPart')).toBe(0);
    expect(store.made('putOutside')).toBe(9);
    // A store that refuses a new address, too, is not asked again.
    store.wire.putOutside = () => Promise.resolve({ status: 403, etag: null });
    transfers.add([one('lain', 9 * smallest)]);
    await settled();
    expect(store.objects.has('lain')).toBe(true);
    expect(store.made('putPart')).toBe(9);
  });

  it('tells that another tab has the key, and takes it over when asked', async () => {
    const store = makeStore();
    const { transfers, settled } = makeWorld(store.wire, {
      lock: (_, { steal }) => Promise.resolve(steal ? { release: () => {} } : null),
    });
    transfers.add([one('a', 1)]);
    await settled();
    const id = only(transfers.snapshot().ids);
    expect(transfers.view(id)?.why).toEqual({ what: 'elsewhere' });
    expect(store.objects.size).toBe(0);
    transfers.takeOver(id);
    await settled();
    expect(store.objects.size).toBe(1);
  });

  it('stops what another tab took over, and asks for a file that can no longer be read', async () => {
    const held = gate();
    const store = makeStore(({ what, key }) => {
      if (key === 'gone') throw problem('no_file', 0, 'Changed.');
      return what === 'putWhole' ? held.opened : undefined;
    });
    let lose = () => {};
    const { transfers, settled } = makeWorld(store.wire, {
      lock: (id, { onLost }) => {
        if (id.includes('"a"')) lose = onLost;
        return Promise.resolve({ release: () => {} });
      },
    });
    transfers.add([one('a', 1), one('gone', 1)]);
    await expect.poll(() => store.made('putWhole')).toBe(2);
    lose();
    held.open();
    await settled();
    expect(transfers.snapshot().totals).toMatchObject({ stopped: 1, needFile: 1 });
  });

  it('refuses by itself a name that cannot be a key', async () => {
    const store = makeStore();
    const { transfers, settled } = makeWorld(store.wire);
    transfers.add([one('é'.repeat(600), 1), one('\uD800', 1), one('ok', 1)]);
    await settled();
    const whys = transfers.snapshot().ids.map((id) => transfers.view(id)?.why?.what);
    expect(whys.sort()).toEqual(['broken', 'long', undefined]);
    expect([...store.objects.keys()]).toEqual(['ok']);
    transfers.clear();
    await expect.poll(() => transfers.snapshot().ids).toHaveLength(0);
  });

  it('makes empty folders, and takes a key once', async () => {
    const store = makeStore();
    const { transfers, settled } = makeWorld(store.wire);
    const folder = chosen('kosong/', 0, { folder: true, file: null });
    expect(
      transfers.add([
        { target: at('kosong/'), chosen: folder, replace: false },
        one('a', 1),
        one('a', 1),
      ]),
    ).toBe(2);
    await settled();
    expect([...store.objects.keys()].sort()).toEqual(['a', 'kosong/']);
  });

  it('goes on with an upload that it did not begin', async () => {
    const store = makeStore();
    const file = chosen('x', large);
    const signal = new AbortController().signal;
    const { upload_id } = await store.wire.begin(at('x'), file, signal);
    const ref = { bucket: 'b', key: 'x', upload_id };
    const body = (file.file as File).slice(0, smallest);
    await store.wire.putPart(at('x'), ref, 1, { body, signal, onProgress: () => {} });
    store.calls.length = 0;
    const { transfers, settled } = makeWorld(store.wire);
    transfers.adopt(at('x'), file, upload_id, smallest);
    await settled();
    expect(store.calls.flatMap(({ number }) => number ?? [])).toEqual([2, 3, 4]);
    expect(await holds(store, 'x', file.file)).toBe(true);
  });
});
