/**
 * What the tabs of one person tell each other: answers of reads, and changes that were made. A message
 * holds nothing that this browser doesn't get anyway, and no value that is shown once: those stand in the
 * answers of changes, which are never sent here. Another person's tabs listen on another channel.
 */
import type { BackendKey } from '../key';
import { identityHash } from '@/lib/identity-hash';

export type TabNews =
  /** A read's answer; `asked` and `at` (milliseconds since 1970) are when it was asked for and came. */
  | { kind: 'answer'; key: BackendKey; data: unknown; asked: number; at: number }
  /** A change was made; it makes the answers of `refs` in this account stale. */
  | { kind: 'changed'; identity: string; account: string; refs: readonly string[]; at: number };

/** Tabs find each other by these: one that opens says hello, the others answer. */
type Presence = { kind: 'hello' | 'here' | 'bye' };
type Message = { from: string } & (TabNews | Presence);

/** The part of `BroadcastChannel` that is used; tests give their own. */
export interface Wire {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

export interface Channel {
  /** Tells the other tabs; costs nothing where there are none. */
  tell(message: TabNews): void;
  close(): void;
}

const isPresence = (message: Message): message is { from: string } & Presence =>
  message.kind === 'hello' || message.kind === 'here' || message.kind === 'bye';

/** Tabs of an older version may still be open: what isn't known is left unheard. */
function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false;
  const { from, kind, key, refs } = value as Partial<Record<string, unknown>>;
  if (typeof from !== 'string') return false;
  if (kind === 'answer') return Array.isArray(key);
  if (kind === 'changed') return Array.isArray(refs);
  return kind === 'hello' || kind === 'here' || kind === 'bye';
}

/** Whether the news is about this person: two names may share a hash. */
const isOf = (told: TabNews, identity: string) =>
  (told.kind === 'answer' ? told.key[0] : told.identity) === identity;

const silent: Channel = { tell: () => {}, close: () => {} };

function openWire(name: string): Wire | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  try {
    return new BroadcastChannel(name);
  } catch {
    return null; // storage is forbidden here: this tab stands alone
  }
}

/** Opens the channel of a person. Where the browser has none, nothing is told and nothing heard. */
export function openChannel(
  identity: string,
  onTold: (told: TabNews) => void,
  wire: Wire | null = openWire(`nusa:${identityHash(identity)}`),
): Channel {
  if (!wire) return silent;
  const me = Math.random().toString(36).slice(2);
  const others = new Set<string>();
  const say = (kind: Presence['kind']) => wire.postMessage({ from: me, kind });
  wire.onmessage = ({ data }) => {
    if (!isMessage(data) || data.from === me) return;
    if (data.kind === 'bye') return void others.delete(data.from);
    others.add(data.from);
    if (data.kind === 'hello') say('here');
    if (!isPresence(data) && isOf(data, identity)) onTold(data);
  };
  say('hello');
  return {
    tell(message) {
      if (others.size > 0) wire.postMessage({ from: me, ...message });
    },
    close() {
      say('bye');
      wire.onmessage = null;
      wire.close();
    },
  };
}
