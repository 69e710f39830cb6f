/**
 * The only way to fetch something from an address that somebody else gave: a logo, an icon, an invoice's PDF. Such an
 * address may point to this machine's own network, never end, or answer something else. Plain Node; without cookies,
 * credentials and redirects.
 */
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { Client, type Dispatcher } from 'undici';
import { allowedUrl, isPublic, type HostRules } from './address';
import { checkedType, namedKind, typesOf, type OutsideKind } from './kinds';

/**
 * Why a fetch failed:
 * - `bad_address`: no https address, or one with user info, a fragment or an unusual scheme; `host_refused`: not on
 * the list
 * - `private_address`: the name has an address in a private network
 * - `unreachable`: unknown name, no connection, invalid certificate, or a broken connection
 * - `redirected`, `bad_status`: any status but 200; `encoded`: compressed against our request
 * - `wrong_type`: of an unwanted kind, or not of the kind that it names
 */
export type OutsideFailure =
  | 'bad_address'
  | 'host_refused'
  | 'private_address'
  | 'unreachable'
  | 'redirected'
  | 'bad_status'
  | 'encoded'
  | 'wrong_type'
  | 'too_large'
  | 'timeout'
  | 'aborted';

export type Outside = { ok: true; type: string; body: Buffer } | { ok: false; why: OutsideFailure };

export interface Resolved {
  address: string;
  family: number;
}

export interface OutsideRules extends HostRules {
  kinds: readonly OutsideKind[];
  /** Most bytes of the body. */
  bytes: number;
  /** Milliseconds for everything: name, connection and body. */
  milliseconds: number;
  signal?: AbortSignal | undefined;
  /** Finds all addresses of a name, once; by default the system's. */
  resolve?: (host: string) => Promise<readonly Resolved[]>;
}

class Refused extends Error {
  constructor(readonly why: OutsideFailure) {
    super(why);
  }
}

const systemLookup = (host: string) => lookup(host, { all: true, verbatim: true });

/** The addresses to connect to: all of a name's, or none if one of them is private. */
async function checkedAddresses(
  { hostname }: URL,
  mayBePrivate: boolean,
  resolve: (host: string) => Promise<readonly Resolved[]>,
): Promise<readonly Resolved[]> {
  const bare = hostname.replace(/^\[|\]$/g, '');
  const found = await resolve(bare).catch(() => []);
  if (found.length === 0) throw new Refused('unreachable');
  if (!mayBePrivate && !found.every(({ address }) => isPublic(address)))
    throw new Refused('private_address');
  return found;
}

/** Returns the checked addresses, so that a second lookup of the name can't give others. */
function pinned(addresses: readonly Resolved[]): LookupFunction {
  return (_host, options, done) => {
    const [first] = addresses;
    if (options.all) done(null, [...addresses]);
    else if (first) done(null, first.address, first.family);
    else done(new Error('no address'), '', 4);
  };
}

type Headers = Record<string, string | string[] | undefined>;

/** Checks status and headers. @throws Refused for an unwanted answer, before its body is stored */
function wantedKind(status: number, headers: Headers, { kinds, bytes }: OutsideRules): OutsideKind {
  if (status >= 300 && status < 400) throw new Refused('redirected');
  if (status !== 200) throw new Refused('bad_status');
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') throw new Refused('encoded');
  const kind = namedKind(headers['content-type'], kinds);
  if (kind === null) throw new Refused('wrong_type');
  if (Number(headers['content-length'] ?? 0) > bytes) throw new Refused('too_large');
  return kind;
}

/** Reads one answer by a client, up to the limit. */
function exchange(client: Client, url: URL, rules: OutsideRules): Promise<Outside> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let kind: OutsideKind | null = null;
    const handler: Dispatcher.DispatchHandler = {
      onRequestStart() {},
      onResponseStart(_, status, headers) {
        if (status < 200) return; // an early hint; the answer follows
        kind = wantedKind(status, headers, rules);
      },
      onResponseData(_, chunk) {
        size += chunk.length;
        if (size > rules.bytes) throw new Refused('too_large');
        chunks.push(chunk);
      },
      onResponseEnd() {
        const body = Buffer.concat(chunks);
        const type = kind === null ? null : checkedType(body, kind);
        if (type === null) reject(new Refused('wrong_type'));
        else resolve({ ok: true, type, body });
      },
      onResponseError(_, error) {
        reject(error instanceof Error ? error : new Refused('unreachable'));
      },
    };
    const headers = {
      accept: typesOf(rules.kinds),
      'accept-encoding': 'identity',
      'user-agent': 'nusa',
    };
    client.dispatch({ method: 'GET', path: `${url.pathname}${url.search}`, headers }, handler);
  });
}

async function attempt(url: URL, mayBePrivate: boolean, rules: OutsideRules, end: Promise<never>) {
  const resolving = checkedAddresses(url, mayBePrivate, rules.resolve ?? systemLookup);
  const addresses = await Promise.race([resolving, end]);
  const client = new Client(url.origin, {
    pipelining: 1,
    maxHeaderSize: 16 * 1024,
    connect: { lookup: pinned(addresses), timeout: rules.milliseconds },
    // Our own time limit covers everything.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  try {
    return await Promise.race([exchange(client, url, rules), end]);
  } finally {
    void client.destroy().catch(() => undefined);
  }
}

/**
 * Fetches an address that somebody else gave. Never throws.
 * @param address as it was given
 */
export async function fetchOutside(address: string, rules: OutsideRules): Promise<Outside> {
  const allowed = allowedUrl(address, rules);
  if ('why' in allowed) return { ok: false, why: allowed.why };
  const { signal } = rules;
  if (signal?.aborted) return { ok: false, why: 'aborted' };
  let giveUp: (why: OutsideFailure) => void = () => undefined;
  const end = new Promise<never>((_, reject) => {
    giveUp = (why) => reject(new Refused(why));
  });
  end.catch(() => undefined);
  const leave = () => giveUp('aborted');
  const timer = setTimeout(() => giveUp('timeout'), rules.milliseconds);
  signal?.addEventListener('abort', leave, { once: true });
  try {
    return await attempt(allowed.url, allowed.mayBePrivate, rules, end);
  } catch (error) {
    return { ok: false, why: error instanceof Refused ? error.why : 'unreachable' };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}
