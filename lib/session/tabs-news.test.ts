import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { identityHash } from '@/lib/identity-hash';
import { onNews, tellTabs, type News } from './tabs-news';

/** Channels of one browser; each hears the messages of the others. */
const open = new Set<FakeChannel>();
class FakeChannel {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  constructor() {
    open.add(this);
  }
  postMessage(data: unknown): void {
    for (const other of open) if (other !== this) other.onmessage?.({ data });
  }
  close(): void {
    open.delete(this);
  }
}

const heard: News[] = [];
const stops: (() => void)[] = [];
beforeEach(() => vi.stubGlobal('BroadcastChannel', FakeChannel));
afterEach(() => {
  stops.splice(0).forEach((stop) => stop());
  heard.length = 0;
  vi.unstubAllGlobals();
});
const listen = () => stops.push(onNews((news) => heard.push(news)));

describe('tellTabs', () => {
  it('reaches other tabs, names nobody, and leaves no channel open', () => {
    const other = new FakeChannel();
    const said = vi.fn();
    other.onmessage = ({ data }) => said(data);
    tellTabs('in', { identity: 'awanio:sari' });
    tellTabs('keys', { identity: 'awanio:sari', account: 'toko' });
    const who = identityHash('awanio:sari');
    expect(said.mock.calls.flat()).toEqual([
      { kind: 'in', who },
      { kind: 'keys', who, account: 'toko' },
    ]);
    expect(open.size).toBe(1);
    other.close();
  });

  it('does not reach the tab itself, and sends nothing without a person', () => {
    listen();
    tellTabs('out', { identity: 'awanio:sari' });
    tellTabs('out'); // nobody is signed in on this page
    expect(heard).toEqual([]);
  });

  it('works without channels in the browser', () => {
    vi.stubGlobal(
      'BroadcastChannel',
      class {
        constructor() {
          throw new Error('forbidden');
        }
      },
    );
    listen();
    expect(() => tellTabs('out', { identity: 'awanio:sari' })).not.toThrow();
  });
});

describe('onNews', () => {
  it('ignores unknown messages', () => {
    listen();
    const strange = new FakeChannel();
    for (const message of [
      null,
      7,
      {},
      { kind: 'out' },
      { kind: 'x', who: 'y' },
      { kind: 'keys', who: 'y', account: 7 },
    ])
      strange.postMessage(message);
    expect(heard).toEqual([]);
    strange.postMessage({ kind: 'out', who: 'y' });
    expect(heard).toEqual([{ kind: 'out', who: 'y' }]);
    strange.close();
  });
});
