/** Every security header that Nusa sends, in one place. Browser-safe and free of I/O. */

export interface SecurityOptions {
  /** Of this one page; scripts without it do not run. Absent for answers that are not pages. */
  nonce?: string;
  /** Behind TLS: adds HSTS. */
  tls: boolean;
  /** Development: what reloading needs, and nothing else. */
  dev: boolean;
  /** Address of the provider's logo; its origin alone may give images, where it isn't our own. */
  logo?: string | undefined;
}

/** The origin of an https address, with a space before it; empty for none and for paths of ours. */
function originOf(logo: string | undefined): string {
  if (!logo || !/^https?:/i.test(logo) || !URL.canParse(logo)) return '';
  return ` ${new URL(logo).origin}`;
}

/** The policy of a page. */
function pagePolicy(nonce: string, dev: boolean, logo: string | undefined): string {
  return [
    `default-src 'self'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    // Next's development overlay styles itself inline; a nonce beside 'unsafe-inline' would switch that off.
    dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:${originOf(logo)}`,
    `font-src 'self'`,
    `connect-src 'self'${dev ? ' ws: wss:' : ''}`,
    `worker-src 'self' blob:`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `object-src 'none'`,
  ].join('; ');
}

/** An answer that is not a page loads nothing and is framed by nobody. */
const dataPolicy = `default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/**
 * Header names (lower case) and values. With a nonce they are a page's, without one an API answer's.
 * @throws TypeError when the nonce holds anything but base64 characters.
 */
export function securityHeaders({
  nonce,
  tls,
  dev,
  logo,
}: SecurityOptions): Record<string, string> {
  if (nonce !== undefined && !/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(nonce)) {
    throw new TypeError('a nonce must be base64 text of at least 16 characters');
  }
  return {
    'content-security-policy': nonce === undefined ? dataPolicy : pagePolicy(nonce, dev, logo),
    ...baseHeaders(tls),
  };
}

/** The headers that every answer carries, files included. */
function baseHeaders(tls: boolean): Record<string, string> {
  return {
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'permissions-policy':
      'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(tls ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
