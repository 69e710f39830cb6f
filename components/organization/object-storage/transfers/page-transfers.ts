'use client';
/** The uploads of this page: the engine with the browser that it needs, one for as long as the page is open. */
import { elapsed } from '@/lib/clock';
import { identityHash } from '@/lib/identity-hash';
import { isOffline } from '@/lib/online';
import { noteTransfers } from '@/lib/query/transfers-asked';
import { consoleAnswers } from '@/lib/session/fetcher';
import { makeStore } from '@/lib/store';
import { makeTransfers, type KeyLock, type Transfers } from './engine';
import { makeKeeper, type Keeper } from './kept-uploads';
import { uploadWire } from './upload-calls';

/** Whether the panel of uploads is open. */
export const panelOpen = makeStore(false);

/** Waits, or throws what the signal was aborted with. */
function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
}

/** Resolves when the browser says that it has a network. */
function untilOnline(): Promise<void> {
  return new Promise((resolve) => {
    if (!isOffline()) return resolve();
    window.addEventListener('online', () => resolve(), { once: true });
  });
}

let looking: Promise<void> | null = null;

/** Waits for the network and the console, one for all who ask. */
const reachable = (): Promise<void> =>
  (looking ??= (async () => {
    for (let pause = 1000; ; pause = Math.min(15_000, pause * 2)) {
      await untilOnline();
      if (await consoleAnswers()) return;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  })().finally(() => (looking = null)));

/** Takes a lock of the browser, which all tabs share. Where it has none, this tab is taken for the only one. */
function lockOf(name: string, steal: boolean, onLost: () => void): Promise<KeyLock | null> {
  const locks = navigator.locks as LockManager | undefined;
  if (!locks) return Promise.resolve({ release: () => {} });
  return new Promise((resolve) => {
    let got = false;
    const options = steal ? { steal: true } : { ifAvailable: true };
    locks
      .request(name, options, (lock) => {
        if (!lock) return resolve(null);
        got = true;
        return new Promise<void>((release) => resolve({ release: () => release() }));
      })
      .catch(() => {
        if (got)
          onLost(); // another tab took it
        else resolve(null);
      });
  });
}

/** Brings back what pages left behind that are no longer open. Of several tabs that look at once, one gets it. */
async function restore(prefix: string, tab: string, keeper: Keeper, transfers: Transfers) {
  const locks = navigator.locks as LockManager | undefined;
  const take = async () => {
    const held = new Set((await locks?.query())?.held?.map(({ name }) => name));
    const left = (await keeper.all()).filter((each) => !held.has(`${prefix}tab:${each.tab}`));
    const mine = left.filter((each) => each.tab !== tab).map((each) => ({ ...each, tab }));
    await keeper.put(mine);
    transfers.restore(mine);
  };
  await (locks ? locks.request(`${prefix}restore`, take) : take());
}

let current: { identity: string; transfers: Transfers } | null = null;

/** The uploads of this page's person. */
export function transfersOf(identity: string): Transfers {
  if (current?.identity === identity) return current.transfers;
  const prefix = `nusa:${identityHash(identity)}:upload-`;
  const tab = Math.random().toString(36).slice(2);
  const keeper = makeKeeper(identity);
  // Held for as long as this page lives: by it, other tabs know whose uploads are somebody's.
  void (navigator.locks as LockManager | undefined)?.request(
    `${prefix}tab:${tab}`,
    () => new Promise(() => {}),
  );
  const transfers = makeTransfers({
    wire: uploadWire,
    tab,
    keeper: {
      remove: keeper.remove,
      put: (kept) => {
        if (kept.length > 0) noteTransfers(identity);
        return keeper.put(kept);
      },
    },
    lock: (id, { steal, onLost }) => lockOf(`${prefix}key:${id}`, steal, onLost),
    reachable: (signal) =>
      Promise.race([
        reachable(),
        new Promise<void>((_, reject) =>
          signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
        ),
      ]),
    wait,
    now: elapsed,
    later: (work, milliseconds) => void setTimeout(work, milliseconds),
  });
  void restore(prefix, tab, keeper, transfers);
  current = { identity, transfers };
  return transfers;
}
