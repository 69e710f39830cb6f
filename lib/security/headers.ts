/** All security headers that Nusa sends. Browser-safe and free of I/O. */

export interface SecurityOptions {
  /** The nonce of the page; scripts without it don't run. Missing for answers that are not pages. */
  nonce?: string;
  /** Behind TLS: adds HSTS. */
  tls: boolean;
  /** Development: also allows what hot reloading needs. */
  dev: boolean;
  /** The address of the provider's logo; images are allowed from its origin. */
  logo?: string | undefined;
  /** The S3 endpoint; pages may put parts of uploads there where a bucket's CORS lets them. */
  store?: string | undefined;
}

/** The origin of an http address, with a space before it; empty without an address and for our own paths. */
function originOf(address: string | undefined): string {
  if (!address || !/^https?:/i.test(address) || !URL.canParse(address)) return '';
  return ` ${new URL(address).origin}`;
}

/** The content security policy of a page. */
function pagePolicy(
  nonce: string,
  { dev, logo, store }: Pick<SecurityOptions, 'dev' | 'logo' | 'store'>,
): string {
  return [
    `default-src 'self'`,
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? ` 'unsafe-eval'` : ''}`,
    // Next's development overlay uses inline styles; a nonce beside 'unsafe-inline' would disable them.
    dev ? `style-src 'self' 'unsafe-inline'` : `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:${originOf(logo)}`,
    `font-src 'self'`,
    `connect-src 'self'${originOf(store)}${dev ? ' ws: wss:' : ''}`,
    `worker-src 'self' blob:`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `object-src 'none'`,
  ].join('; ');
}

/** The policy of other answers: they load nothing and nobody may frame them. */
const dataPolicy = `default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

/** The policy of a picture from elsewhere: whoever opens it by itself gives it no rights, whatever is in it. */
export const picturePolicy = `${dataPolicy}; sandbox`;

/**
 * The headers of a file that somebody else made: whatever it holds, nothing of it runs in the console's origin, no page of
 * elsewhere shows it, no browser guesses another type, and none keeps it.
 */
export const foreignHeaders = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

/** Whether a path answers with such a picture. */
export const isPicture = (path: string): boolean => path.startsWith('/api/icons/');

/**
 * The headers by lower-case name: with a nonce those of a page, without one those of an API answer.
 * @throws TypeError if the nonce contains anything but base64 characters
 */
export function securityHeaders({ nonce, tls, ...page }: SecurityOptions): Record<string, string> {
  if (nonce !== undefined && !/^[A-Za-z0-9+/_-]{16,}={0,2}$/.test(nonce)) {
    throw new TypeError('a nonce must be base64 text of at least 16 characters');
  }
  return {
    'content-security-policy': nonce === undefined ? dataPolicy : pagePolicy(nonce, page),
    ...baseHeaders(tls),
  };
}

/** The headers of every answer, files included. */
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
