/**
 * Shares answers and changes between the caches of a person's tabs. An answer from another tab is put into this cache
 * if it is used here; that restarts the poll's timer, so it isn't read again. Only reads are shared, since only they
 * have a key (`../key`): the answer of a change may hold a secret that is shown once.
 */
import type { Query, QueryCacheNotifyEvent, QueryClient } from '@tanstack/react-query';
import { isAffected, isBackendKey, type BackendKey } from '../key';
import { changedAt, pollFast } from '../poll';
import { noteRead } from '../poll-load';
import { openChannel, type Channel, type TabNews, type Wire } from './channel';

/** The answer of a read, from this tab or another one. */
export interface SharedAnswer {
  key: BackendKey;
  data: unknown;
  /** When it was asked for, in milliseconds since 1970. */
  asked: number;
}

type Change = Extract<TabNews, { kind: 'changed' }>;

export interface Sharing {
  /** Announces a change made in this tab: the answers it affects are stale, here and in the other tabs. */
  changed(account: string, refs: readonly string[]): void;
  /** Listens to every answer of every tab. @returns stops it */
  onHeard(listener: (heard: SharedAnswer) => void): () => void;
  /** Opens the channel to the other tabs. @returns closes it */
  open(wire?: Wire | null): () => void;
}

/** Another tab reads what it shows and shares it first; only after this time is the rest read. */
const letOthersRead = 1_200;

const isVisible = () => typeof document === 'undefined' || document.visibilityState === 'visible';

/** Marks answers from before a change as stale; what is on screen is read again. */
function makeStale(
  client: QueryClient,
  { identity, account, refs }: Change,
  before?: (query: Query) => boolean,
) {
  void client.invalidateQueries({
    predicate: (query) =>
      isAffected(query.queryKey, identity, account, refs) && (before?.(query) ?? true),
  });
}

const sharings = new WeakMap<QueryClient, Sharing>();

/** The sharing of a client. Until `open` is called, it shares only with itself. */
export function sharingOf(client: QueryClient, identity: string): Sharing {
  const known = sharings.get(client);
  if (known) return known;
  const made = shareAnswers(client, identity);
  sharings.set(client, made);
  return made;
}

function shareAnswers(client: QueryClient, identity: string): Sharing {
  const asked = new WeakMap<Query, number>();
  const asking = new WeakMap<Query, number>();
  const listeners = new Set<(heard: SharedAnswer) => void>();
  let channel: Channel | null = null;
  /** Changes of other tabs, handled once this tab is visible. */
  let missed: Change[] = [];

  const hear = (heard: SharedAnswer) => {
    for (const listener of listeners) listener(heard);
  };
  const cached = ({ type, query, ...event }: QueryCacheNotifyEvent) => {
    if (type === 'added') return void asked.set(query, Date.now());
    if (type !== 'updated' || !('action' in event)) return;
    const key: readonly unknown[] = query.queryKey;
    if (!isBackendKey(key)) return;
    if (event.action.type === 'fetch') {
      asking.set(query, Date.now());
      noteRead(key[1], query.queryHash);
    }
    if (event.action.type !== 'success' || event.action.manual) return;
    const at = asking.get(query) ?? Date.now();
    asked.set(query, at);
    const { data, dataUpdatedAt } = query.state;
    hear({ key, data, asked: at });
    channel?.tell({ kind: 'answer', key, data, asked: at, at: dataUpdatedAt });
  };
  client.getQueryCache().subscribe(cached);

  const take = ({ key, data, asked: at, at: came }: Extract<TabNews, { kind: 'answer' }>) => {
    const [, account, ref] = key;
    const query = client.getQueryCache().find({ queryKey: key, exact: true });
    if (query) noteRead(account, query.queryHash, at);
    // An answer from before a change may not show it.
    if (at < changedAt(identity, account, ref)) return;
    hear({ key, data, asked: at });
    if (!query || at <= (asked.get(query) ?? 0)) return;
    asked.set(query, at);
    client.setQueryData(key, data, { updatedAt: came });
  };
  const catchUp = () => {
    if (!isVisible()) return;
    const changes = missed;
    missed = [];
    for (const change of changes)
      makeStale(client, change, (query) => (asked.get(query) ?? 0) < change.at);
  };
  const told = (message: TabNews) => {
    if (message.kind === 'answer') return take(message);
    pollFast(identity, message.account, message.refs, message.at);
    missed.push(message);
    setTimeout(catchUp, letOthersRead + Math.random() * 600);
  };

  return {
    changed(account, refs) {
      const change: Change = { kind: 'changed', identity, account, refs, at: Date.now() };
      pollFast(identity, account, refs);
      channel?.tell(change);
      makeStale(client, change);
    },
    onHeard(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    open(wire) {
      const opened = openChannel(identity, told, wire);
      channel = opened;
      document.addEventListener('visibilitychange', catchUp);
      return () => {
        document.removeEventListener('visibilitychange', catchUp);
        opened.close();
        channel = null;
      };
    },
  };
}
