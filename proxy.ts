/**
 * Next's middleware: gives every page its own nonce and policy. Next puts the nonce of the request's policy on its
 * scripts. The production server has said it already, in front of Next: then this doesn't run.
 */
import { NextResponse, type NextRequest } from 'next/server';
import { pageHeaders } from '@/lib/security/page';

function isTls(): boolean {
  const given = process.env.NUSA_TLS;
  if (given) return given === '1' || given === 'true';
  return process.env.NUSA_ORIGINS?.trim().startsWith('https:') ?? false;
}

export function proxy(request: NextRequest): NextResponse {
  const { onward, answer } = pageHeaders(request.nextUrl.pathname + request.nextUrl.search, {
    tls: isTls(),
    dev: process.env.NODE_ENV === 'development',
    logo: process.env.NUSA_LOGO_URL,
  });
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(onward)) headers.set(name, value);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(answer)) response.headers.set(name, value);
  return response;
}

export const config = {
  // Everything but the API and Next's own files; a made-up path beside those is a page that isn't there. Paths with a
  // dot stay in: a bucket's name may hold one, and its page must not lose its policy.
  matcher: [
    {
      source: '/((?!api/|_next/static/).*)',
      missing: [{ type: 'header', key: 'x-nusa-path' }],
    },
  ],
};
