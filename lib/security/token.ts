/** Credentials of machines and operators: a token out of the settings. Server only. */
import { createHash, timingSafeEqual } from 'node:crypto';

function same(given: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(token));
}

/** The password of `Basic` credentials; null where there is none. */
function passwordOf(encoded: string): string | null {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const cut = text.indexOf(':');
  return cut < 0 ? null : text.slice(cut + 1);
}

/**
 * Whether an `Authorization` header carries a token, compared in constant time. Without a token nobody may.
 * @param basic also takes it as the password of any user name, which a browser asks for
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
