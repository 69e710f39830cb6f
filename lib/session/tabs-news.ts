/**
 * News about the session between the tabs of one browser. The tabs share its cookies, so what one does affects all: a
 * tab that hears of it hides what is no longer its person's, and asks the server. A message holds a hash of the
 * session's identity and no secret. Browser-safe and small.
 *
 * It is separate from the channel of answers (`lib/query/tabs`), which belongs to one person's tabs: the sign-in page
 * belongs to nobody, and the tabs of the previous person have to hear who signed in.
 */
import { identityHash } from '@/lib/identity-hash';
import { pageIdentity } from './page-identity';

const channelName = 'nusa:session';
const kinds = ['in', 'out', 'look', 'keys'] as const;

export interface News {
  /**
   * `in`: signed in. `out`: signed out. `look`: check whether the session still exists. `keys`: the linked keys have
   * changed.
   */
  kind: (typeof kinds)[number];
  /** Hash of the identity. */
  who: string;
  /** Slug of the account whose key was unlinked or replaced. */
  account?: string;
}

const listeners = new Set<(news: News) => void>();
/** Open while there are listeners; a second channel would receive this tab's own messages. */
let channel: BroadcastChannel | null = null;

function open(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(channelName);
  } catch {
    return null; // an old browser, or one that doesn't allow it: tabs check when they become visible
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

/** Tells the other tabs. `identity` is by default the page's own. */
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

/** Listens to the news of other tabs. @returns stops it */
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
