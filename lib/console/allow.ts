/**
 * Checks console URLs against the operator's list of hosts, so that a backend's answer can't make us connect to other
 * hosts.
 */

/** Hosts that need no TLS, since the connection stays on this machine. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function matches(entry: string, url: URL): boolean {
  const parts = /^(\*\.)?(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(entry.toLowerCase());
  if (!parts) return false;
  const [, wildcard, host = '', port] = parts;
  if (port !== undefined && port !== (url.port || (url.protocol === 'wss:' ? '443' : '80')))
    return false;
  return wildcard ? url.hostname.endsWith(`.${host}`) : url.hostname === host;
}

/**
 * Parses a console's URL and checks it: `wss`, or `ws` to this machine, no user info, and a listed host.
 * @param hosts entries `host` (any port), `host:port`, `*.host` (its subdomains, not itself)
 * @returns null if we may not connect to it
 */
export function allowedConsoleUrl(text: string, hosts: readonly string[]): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const secure = url.protocol === 'wss:' || (url.protocol === 'ws:' && isLoopback(url.hostname));
  if (!secure || url.username !== '' || url.password !== '') return null;
  url.hash = '';
  return hosts.some((entry) => matches(entry, url)) ? url : null;
}
