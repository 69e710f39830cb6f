/**
 * Next's middleware: gives every page its own nonce and content security policy. Next reads the nonce from the policy
 * in the request's headers and puts it on its scripts. The production server sets these headers before Next; then
 * this middleware doesn't run.
 */
import { NextResponse, type NextRequest } from 'next/server';
import { pageHeaders } from '@/lib/security/page';

function isTls(): boolean {
  const given = process.env.NUSA_TLS;
  if (given) return given === '1' || given === 'true';
  return process.env.NUSA_ORIGINS?.trim().startsWith('https:') ?? false;
}

/** Adds the page headers to the request, for Next, and to the response, for the browser. */
export function proxy(request: NextRequest): NextResponse {
  const { onward, answer } = pageHeaders(request.nextUrl.pathname + request.nextUrl.search, {
    tls: isTls(),
    dev: process.env.NODE_ENV === 'development',
    logo: process.env.NUSA_LOGO_URL,
    store: process.env.NUSA_AWANIO_S3_ENDPOINT,
  });
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(onward)) headers.set(name, value);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(answer)) response.headers.set(name, value);
  return response;
}

export const config = {
  // Matches every path except the API and Next's static files. An unknown path beside those is a page that is not
  // found. Paths with a dot are included: a bucket's name may contain one, and its page needs the policy, too.
  matcher: [
    {
      source: '/((?!api/|_next/static/).*)',
      missing: [{ type: 'header', key: 'x-nusa-path' }],
    },
  ],
};
