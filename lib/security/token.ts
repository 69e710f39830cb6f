/** Checks the tokens of the settings, which machines and operators send. Server only. */
import { createHash, timingSafeEqual } from 'node:crypto';

function same(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** The password of `Basic` credentials; null if there is none. */
function passwordOf(encoded: string): string | null {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const cut = text.indexOf(':');
  return cut < 0 ? null : text.slice(cut + 1);
}

/**
 * Whether an `Authorization` header contains a token, compared in constant time. False if the token is not set.
 * @param basic also accepts it as the password of any user name, which a browser requests
 */
export function bearsToken(
  authorization: string | null,
  token: string | undefined,
  { basic = false } = {},
): boolean {
  if (!token || authorization === null) return false;
  const [, scheme = '', value = ''] = /^(\w+) (.*)$/s.exec(authorization) ?? [];
  if (scheme === 'Bearer') return same(value, token);
  const password = basic && scheme.toLowerCase() === 'basic' ? passwordOf(value) : null;
  return password !== null && same(password, token);
}
