import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '@/lib/problem';
import { readFresh, request, requestSignedIn, wantsSignIn } from './fetcher';
import { outageStore, reportOutcome } from './outage';
import { signedInAgain, signInGate } from './sign-in-gate';

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const refusal = (code: string, status: number) => answer(status, { code, status, message: 'no' });

beforeEach(() => {
  reportOutcome('awanio', true);
  reportOutcome('dewavps', true);
});
afterEach(() => vi.unstubAllGlobals());

describe('request', () => {
  it('throws the problem that the proxy tells', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => refusal('no_access', 403)),
    );
    await expect(request('D78', {}, { account: 'main' })).rejects.toMatchObject({
      problem: { code: 'no_access' },
    });
    expect(outageStore.current()).toBeNull();
  });

  it.each(['..', '.', ''])('finds nothing under an id that no URL can hold: %j', async (id) => {
    const fetched = vi.fn();
    vi.stubGlobal('fetch', fetched);
    const asked = request('D04', { params: { instance_uuid: id } }, { account: 'main' });
    await expect(asked).rejects.toMatchObject({ problem: { code: 'not_found', ref: 'D04' } });
    expect(fetched).not.toHaveBeenCalled();
  });

  it('says that the console is gone, and that it is back', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Promise.reject(new TypeError('failed to fetch'))),
    );
    await expect(request('D78', {}, { account: 'main' })).rejects.toBeInstanceOf(ProblemError);
    expect(outageStore.current()).toBe('console');
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => answer(200, {})),
    );
    await request('D78', {}, { account: 'main' });
    expect(outageStore.current()).toBeNull();
  });

  it('tells a device without a network, which sent nothing, from a console that is gone', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => Promise.reject(new TypeError('failed to fetch'))),
    );
    const code = () => request('A04', {}).catch((error: ProblemError) => error.problem.code);
    expect(await code()).toBe('console_unreachable');
    vi.stubGlobal('navigator', { onLine: false });
    expect(await code()).toBe('offline');
  });

  it('asks for a fresh answer where a person asks, and only there', async () => {
    const fetched = vi.fn(async (_url: string, _init: RequestInit) => answer(200, {}));
    vi.stubGlobal('fetch', fetched);
    await readFresh(() => request('A04', {}));
    await request('A04', {});
    const fresh = fetched.mock.calls.map(([, { headers }]) =>
      new Headers(headers).get('x-nusa-fresh'),
    );
    expect(fresh).toEqual(['1', null]);
  });

  it('makes a problem of an answer that is none', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response('<html>', { status: 502 })),
    );
    await expect(request('A04', {})).rejects.toMatchObject({
      problem: { code: 'console_unreachable', status: 502 },
    });
  });
});

describe('requestSignedIn', () => {
  it('waits for sign-in and sends once more', async () => {
    const fetched = vi
      .fn()
      .mockImplementationOnce(async () => refusal('not_signed_in', 401))
      .mockImplementationOnce(async () => answer(200, { message: 'done' }));
    vi.stubGlobal('fetch', fetched);
    const params = { instance_uuid: 'i-1' };
    const result = requestSignedIn('D10', { params }, { account: 'main', own: 'main' });
    await vi.waitFor(() => expect(signInGate.current()).toBe('ended'));
    expect(fetched).toHaveBeenCalledTimes(1);
    signedInAgain();
    expect(await result).toEqual({ message: 'done' });
    expect(signInGate.current()).toBeNull();
  });

  it('asks for sign-in only where that helps', () => {
    const refused = new ProblemError({ code: 'credential_refused', status: 401, message: '' });
    expect(wantsSignIn(refused, 'D78', 'main', 'main')).toBe(true);
    expect(wantsSignIn(refused, 'D78', 'linked', 'main')).toBe(false);
    expect(wantsSignIn(refused, 'A04', undefined, null)).toBe(true);
    expect(wantsSignIn(new Error('x'), 'A04', undefined, null)).toBe(false);
  });
});
