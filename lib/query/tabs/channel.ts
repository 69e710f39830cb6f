/**
 * The channel between the tabs of one person: answers of reads, and notes about changes. A message holds nothing that
 * this browser doesn't get anyway, and no value that is shown once: such values are in answers of changes, which are
 * never sent here. The tabs of another person use another channel.
 */
import type { BackendKey } from '../key';
import { identityHash } from '@/lib/identity-hash';

export type TabNews =
  /** The answer of a read; `asked` and `at` are when it was asked for and when it came, in milliseconds since 1970. */
  | { kind: 'answer'; key: BackendKey; data: unknown; asked: number; at: number }
  /** A change was made, so the answers of `refs` in this account are stale. */
  | { kind: 'changed'; identity: string; account: string; refs: readonly string[]; at: number };

/** Tabs find each other by these: a new tab says hello, and the others answer. */
type Presence = { kind: 'hello' | 'here' | 'bye' };
type Message = { from: string } & (TabNews | Presence);

/** The part of `BroadcastChannel` that is used; tests pass their own. */
export interface Wire {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
  close(): void;
}

export interface Channel {
  /** Sends a message to the other tabs; costs nothing if there are none. */
  tell(message: TabNews): void;
  close(): void;
}

const isPresence = (message: Message): message is { from: string } & Presence =>
  message.kind === 'hello' || message.kind === 'here' || message.kind === 'bye';

/** Ignores unknown messages: tabs of an older version may still be open. */
function isMessage(value: unknown): value is Message {
  if (typeof value !== 'object' || value === null) return false;
  const { from, kind, key, refs } = value as Partial<Record<string, unknown>>;
  if (typeof from !== 'string') return false;
  if (kind === 'answer') return Array.isArray(key);
  if (kind === 'changed') return Array.isArray(refs);
  return kind === 'hello' || kind === 'here' || kind === 'bye';
}

/** Whether the message is about this person: two identities may share a hash. */
const isOf = (told: TabNews, identity: string) =>
  (told.kind === 'answer' ? told.key[0] : told.identity) === identity;

const silent: Channel = { tell: () => {}, close: () => {} };

function openWire(name: string): Wire | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  try {
    return new BroadcastChannel(name);
  } catch {
    return null; // storage is not allowed here: this tab is alone
  }
}

/** Opens the channel of a person. In browsers without one, no messages are sent or received. */
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
