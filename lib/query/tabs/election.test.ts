// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { joinLeaderElection, type Locks } from './election';
import { leader } from './leader';

/** Locks; another tab may hold one of them. */
function locks() {
  const queue: (() => void)[] = [];
  let held = false;
  const next = () => {
    if (!held) queue.shift()?.();
  };
  const manager: Locks = {
    request: (_, { signal }, work) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError')));
        queue.push(() => {
          held = true;
          void work().then(() => {
            held = false;
            resolve(undefined);
            next();
          });
        });
        next();
      }),
  };
  return manager;
}

function page() {
  const target = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const show = (state: 'visible' | 'hidden') => {
    target.visibilityState = state;
    target.dispatchEvent(new Event('visibilitychange'));
  };
  return { page: target as unknown as Document, show };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));
let stop = () => {};
afterEach(() => stop());

describe('joinLeaderElection', () => {
  it('leads while visible and gives way while hidden', async () => {
    const manager = locks();
    const { page: here, show } = page();
    stop = joinLeaderElection('me', here, manager);
    expect(leader.current()).toBe(true);
    show('hidden');
    expect(leader.current()).toBe(false);
    await turn();
    let other = () => {};
    void manager.request(
      'x',
      { signal: new AbortController().signal },
      () => new Promise<void>((done) => (other = done)),
    );
    show('visible');
    expect(leader.current()).toBe(false); // the other tab has it
    other();
    await turn();
    expect(leader.current()).toBe(true);
  });

  it('does not lead any more when hidden while it waited', async () => {
    const manager = locks();
    let other = () => {};
    void manager.request(
      'x',
      { signal: new AbortController().signal },
      () => new Promise<void>((done) => (other = done)),
    );
    const { page: here, show } = page();
    stop = joinLeaderElection('me', here, manager);
    show('hidden');
    other();
    await turn();
    expect(leader.current()).toBe(false);
  });

  it('leads always where the browser has no locks', () => {
    const { page: here, show } = page();
    stop = joinLeaderElection('me', here, undefined);
    show('hidden');
    expect(leader.current()).toBe(false);
    show('visible');
    expect(leader.current()).toBe(true);
  });
});
