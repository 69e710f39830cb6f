/** Fetches from the hosts that the operator lists in a setting. */
import { fetchOutside, type Outside, type OutsideRules } from './fetch';

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/;

/**
 * Fetches an address of a listed host, by https. A host on this machine is listed on purpose, needs no TLS, and may be
 * private. Never throws.
 * @param hosts in the forms of `NUSA_CONSOLE_HOSTS`
 */
export function fetchListed(
  address: string,
  hosts: readonly string[],
  rules: Omit<OutsideRules, 'hosts' | 'privateHosts'>,
): Promise<Outside> {
  const privateHosts = hosts.filter((host) => loopback.test(host));
  const local = privateHosts.some((host) => address.startsWith(`https://${host}/`));
  return fetchOutside(local ? address.replace(/^https/, 'http') : address, {
    ...rules,
    hosts,
    privateHosts,
  });
}
