/** Next's middleware: gives every page its own nonce and policy. Next puts the nonce of the request's policy on its scripts. */
import { NextResponse, type NextRequest } from 'next/server';
import { securityHeaders } from '@/lib/security/headers';

function isTls(): boolean {
  const given = process.env.NUSA_TLS;
  if (given) return given === '1' || given === 'true';
  return process.env.NUSA_ORIGINS?.trim().startsWith('https:') ?? false;
}

export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64');
  const headers = securityHeaders({
    nonce,
    tls: isTls(),
    dev: process.env.NODE_ENV === 'development',
    logo: process.env.NUSA_LOGO_URL,
  });
  const onward = new Headers(request.headers);
  onward.set('x-nonce', nonce);
  // Where a page that finds nobody signed in comes back to.
  onward.set('x-nusa-path', request.nextUrl.pathname + request.nextUrl.search);
  onward.set('content-security-policy', headers['content-security-policy'] ?? '');
  const response = NextResponse.next({ request: { headers: onward } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export const config = {
  // Everything but the API and Next's own files; a made-up path beside those is a page that isn't there. Paths with a dot stay in: a bucket's name may hold one,
  // and its page must not lose its policy.
  matcher: ['/((?!api/|_next/static/).*)'],
};
