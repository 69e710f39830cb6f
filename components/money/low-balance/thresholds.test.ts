import { beforeEach, describe, expect, it } from 'vitest';
import { forgetAll, forgetLasting, readLasting } from '@/lib/query/storage';
import { keepThreshold, thresholdsOf } from './thresholds';
import { watchedAt } from './watched';

describe('the amounts of the warning', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      value: new Proxy(storage, {
        ownKeys: () => [...kept.keys()],
        getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
      }),
    });
  });
  const read = () => thresholdsOf(readLasting('awanio:me', 'low-balance'));

  it('are kept by scope, outlast a sign-out, and go when the browser is forgotten', () => {
    expect(keepThreshold('awanio:me', 'o/one', 50_000)).toBe(true);
    keepThreshold('awanio:me', 'vps/main', 9);
    keepThreshold('awanio:me', 'vps/main', null);
    forgetAll('awanio:me');
    expect(read()).toEqual({ 'o/one': 50_000 });
    forgetLasting('awanio:me');
    expect(read()).toEqual({});
  });
  it('leave out what isn’t an amount', () => {
    expect(thresholdsOf({ a: 5, b: '5', c: -1, d: 0.5, e: null })).toEqual({ a: 5 });
    expect(thresholdsOf('no')).toEqual({});
  });
});

describe('the balances that a page watches', () => {
  const thresholds = { 'o/one': 1, 'o/two': 1, 'vps/main': 1, 'vps/more': 1 };
  it('are that of its scope; a project’s organization pays', () => {
    expect(watchedAt('/o/one/p/shop/vms', thresholds)).toEqual(['o/one']);
    expect(watchedAt('/vps/main', thresholds)).toEqual(['vps/main']);
    expect(watchedAt('/vps/other', thresholds)).toEqual([]);
  });
  it('are all elsewhere, but not endlessly many', () => {
    expect(watchedAt('/billing', thresholds)).toEqual(['o/one', 'o/two', 'vps/main']);
  });
});
