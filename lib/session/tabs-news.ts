/**
 * What the tabs of one browser tell each other of its session. They share its cookies, so what one does to them holds
 * for all: who hears of it hides what is no longer theirs at once, and asks the server. A message holds a hash of
 * whose session it is about, and nothing that is secret. Browser-safe, small.
 *
 * It is apart from the channel of answers (`lib/query/tabs`), which one person's tabs have to themselves: the sign-in
 * page is nobody's, and the person who signed in has to be told to the tabs of the one before.
 */
import { identityHash } from '@/lib/identity-hash';
import { pageIdentity } from './page-identity';

const channelName = 'nusa:session';
const kinds = ['in', 'out', 'look', 'keys'] as const;

export interface News {
  /** Signed in; signed out; look whether it is still there; the linked keys have changed. */
  kind: (typeof kinds)[number];
  /** Hash of the identity that it is about. */
  who: string;
  /** Slug of the account whose key was unlinked or replaced. */
  account?: string;
}

const listeners = new Set<(news: News) => void>();
/** Open while somebody listens: a second one would hear what this tab says itself. */
let channel: BroadcastChannel | null = null;

function open(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(channelName);
  } catch {
    return null; // an old browser, or one that forbids it: tabs look when they are looked at
  }
}

function isNews(value: unknown): value is News {
  const { kind, who, account } = (value ?? {}) as Partial<Record<string, unknown>>;
  return (
    kinds.some((one) => one === kind) &&
    typeof who === 'string' &&
    (account === undefined || typeof account === 'string')
  );
}

/** Tells the other tabs; `identity` is the page's own where it isn't given. */
export function tellTabs(
  kind: News['kind'],
  { identity = pageIdentity(), account }: { identity?: string | null; account?: string } = {},
): void {
  if (identity === null) return;
  const news: News = { kind, who: identityHash(identity), account };
  const wire = channel ?? open();
  wire?.postMessage(news);
  if (wire !== channel) wire?.close();
}

/** Hears what other tabs tell. @returns how to stop */
export function onNews(listener: (news: News) => void): () => void {
  listeners.add(listener);
  channel ??= open();
  if (channel)
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isNews(data)) for (const each of listeners) each(data);
    };
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    channel?.close();
    channel = null;
  };
}
