// @vitest-environment happy-dom
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backendKey } from '../key';
import { pollInterval } from '../poll';
import { forgetReads } from '../poll-load';
import type { Wire } from './channel';
import { sharingOf, type SharedAnswer } from './share';

const list = (identity = 'me') => [identity, 'main', 'D02', {}] as const;

function pair() {
  const wires: Wire[] = [];
  const make = (): Wire => {
    const wire: Wire = {
      onmessage: null,
      postMessage: (message) =>
        wires.forEach(
          (other) =>
            other !== wire && other.onmessage?.({ data: structuredClone(message) } as MessageEvent),
        ),
      close: () => void wires.splice(wires.indexOf(wire), 1),
    };
    wires.push(wire);
    return wire;
  };
  const tab = (identity = 'me') => {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const sharing = sharingOf(client, identity);
    closers.push(sharing.open(make()));
    const asked = vi.fn(async (): Promise<unknown> => 'own');
    const show = (key: readonly unknown[] = list(), refetchInterval: number | false = false) => {
      const observer = new QueryObserver(client, {
        queryKey: key,
        queryFn: asked,
        refetchInterval,
      });
      closers.push(observer.subscribe(() => {}));
      return observer;
    };
    return { client, sharing, asked, show };
  };
  return tab;
}

const closers: (() => void)[] = [];
/** Each test starts later than the one before, since changes are remembered with their time. */
let start = 0;
beforeEach(() => void vi.useFakeTimers({ now: (start += 1_000_000) }));
afterEach(() => {
  closers.splice(0).forEach((close) => close());
  forgetReads();
  vi.useRealTimers();
});
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('sharingOf', () => {
  it("puts another tab's answer in place and sets the poll back", async () => {
    const tab = pair();
    const [one, two] = [tab(), tab()];
    one.show(list(), 1_000);
    two.show(list(), 1_500);
    await pass(10);
    expect(two.asked).toHaveBeenCalledTimes(1);
    one.asked.mockImplementation(async () => 'newer');
    await pass(5_000);
    expect(one.asked).toHaveBeenCalledTimes(6);
    expect(two.asked).toHaveBeenCalledTimes(1);
    expect(two.client.getQueryData(list())).toBe('newer');
  });

  it('takes nothing that it does not show, that is older, or that is of another person', async () => {
    const tab = pair();
    const [one, two, other] = [tab(), tab(), tab('you')];
    other.show();
    one.show();
    await pass(10);
    expect(two.client.getQueryData(list())).toBeUndefined();
    expect(other.client.getQueryCache().getAll()).toHaveLength(1);
    // A slow answer arrives after a newer one.
    let late = (_: unknown) => {};
    one.asked.mockImplementation(() => new Promise((done) => (late = done)));
    void one.client.refetchQueries();
    await pass(100);
    two.show();
    await pass(10);
    late('late');
    await pass(10);
    expect(two.client.getQueryData(list())).toBe('own');
  });

  it('never shares the answer of a change', async () => {
    const tab = pair();
    const [one, two] = [tab(), tab()];
    const heard: SharedAnswer[] = [];
    two.sharing.onHeard((each) => heard.push(each));
    one.client.setQueryData(list(), 'by hand');
    one.show(['palette', 'nothing', 0]);
    // @ts-expect-error operations that change something have no key
    backendKey('me', 'main', 'D03', {});
    one.show(list());
    await pass(10);
    expect(heard.map(({ key }) => key[2])).toEqual(['D02']);
  });

  it('has what a change in another tab affects asked for, fast', async () => {
    const tab = pair();
    const [one, two] = [tab(), tab()];
    two.show();
    two.show(['me', 'other', 'D02', {}]);
    await pass(10);
    two.asked.mockClear();
    await pass(100);
    one.sharing.changed('main', ['D02', 'D04']);
    await pass(3_000);
    expect(two.asked).toHaveBeenCalledTimes(1);
    const facts = {
      identity: 'me',
      account: 'main',
      ref: 'D04',
      pace: 'slow',
      error: null,
      leads: true,
    } as const;
    expect(pollInterval(facts)).toBe(2_500);
  });
});
