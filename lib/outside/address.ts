/** Decides which addresses on the network may be requested, before and after their names are resolved. Plain Node. */
import ipaddr from 'ipaddr.js';

/** Most characters of an address; browsers have similar limits. */
const longest = 2048;

const loopbackName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether an entry `host`, `host:port` or `*.host` (its subdomains, not itself) matches a URL; without a port the
 * usual one is meant.
 */
function matches(entry: string, url: URL): boolean {
  const parts = /^(\*\.)?(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(entry.toLowerCase());
  if (!parts) return false;
  const [, wildcard, host = '', port] = parts;
  const usual = url.protocol === 'https:' ? '443' : '80';
  if ((url.port || usual) !== (port ?? usual)) return false;
  return wildcard ? url.hostname.endsWith(`.${host}`) : url.hostname === host;
}

/** The allowed hosts. */
export interface HostRules {
  /** Allowed hosts, in the forms of `NUSA_CONSOLE_HOSTS`. */
  hosts: readonly string[];
  /** Those of the hosts that may have a private address, in the same forms: a sandbox on this machine. */
  privateHosts?: readonly string[] | undefined;
}

export type Allowed = { url: URL; mayBePrivate: boolean } | { why: 'bad_address' | 'host_refused' };

/**
 * Parses an address and checks it: `https` on a listed host and port, without user info and fragment. `http` is only
 * for loopback names among the private hosts. Numbers in any form (`0x7f.1`, `2130706433`) count as the address that
 * they mean.
 */
export function allowedUrl(text: string, { hosts, privateHosts = [] }: HostRules): Allowed {
  if (text.length > longest || /[\s\\#\p{Cc}]/u.test(text) || !URL.canParse(text))
    return { why: 'bad_address' };
  const url = new URL(text);
  if (!/^https?:\/\/[^/@]/i.test(text) || !['https:', 'http:'].includes(url.protocol))
    return { why: 'bad_address' };
  if (url.username !== '' || url.password !== '' || /^[^/]*\/\/[^/?]*@/.test(text))
    return { why: 'bad_address' };
  if (!hosts.some((entry) => matches(entry, url))) return { why: 'host_refused' };
  const mayBePrivate = privateHosts.some((entry) => matches(entry, url));
  if (url.protocol === 'http:' && !(mayBePrivate && loopbackName.test(url.hostname)))
    return { why: 'bad_address' };
  return { url, mayBePrivate };
}

/**
 * Whether an address is in the public network. Private, loopback, link-local, shared (CGNAT), multicast and reserved
 * addresses are not, nor are IPv6 forms that contain another address (mapped, NAT64, 6to4, Teredo).
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  // Only 2000::/3 of IPv6 is assigned so far; today's tables don't know the rest.
  return !(parsed instanceof ipaddr.IPv6) || ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000;
}
