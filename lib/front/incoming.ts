/** Removes request headers that a client may not set: those that only we, Next or a trusted proxy set. */
import type { IncomingHttpHeaders } from 'node:http';

/**
 * Headers that we set for our own pages, or Next sets for itself. Next reads its nonce from the policy in the
 * request.
 */
const ours = new RegExp(
  `^(?:${[
    'x-nonce',
    'x-nusa-(?!(?:identity|fresh|again)$).*',
    'content-security-policy(?:-report-only)?',
    'x-middleware-.*',
    'x-invoke-.*',
    'x-matched-path',
    'x-now-.*',
    'x-vercel-.*',
    'x-prerender-.*',
    'x-next-.*',
    // In development a page sends two harmless ids of this family.
    'x-nextjs-(?!(?:html-)?request-id$).*',
    'next-resume.*',
  ].join('|')})$`,
);

/** Headers that a proxy in front of us sets. */
const forwarded = /^(?:forwarded|x-forwarded.*|x-real-ip|x-client-ip|x-original-.*|x-rewrite-.*)$/;

const router = 'next-router-state-tree';
/** Most nested segments; our pages have far fewer. */
const deepest = 64;

type Json = unknown;
const isText = (value: Json): value is string => typeof value === 'string';

function isSegment(value: Json): boolean {
  if (isText(value)) return true;
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [name, key, kind, siblings] = value as Json[];
  if (
    ![name, key].every(isText) ||
    !/^(?:c|oc|d|[cd]i\(\.\.?\.?\)(?:\(\.\.\))?)$/.test(String(kind))
  )
    return false;
  return siblings === null || (Array.isArray(siblings) && siblings.every(isText));
}

function isTree(value: Json, depth = 0): boolean {
  if (depth > deepest || !Array.isArray(value) || value.length < 2 || value.length > 6)
    return false;
  const [segment, children, refresh, marker, hints, rest] = value as Json[];
  if (!isSegment(segment) || typeof children !== 'object' || children === null) return false;
  const pair = (given: Json) =>
    Array.isArray(given) && given.length === 2 && (given as Json[]).every(isText);
  return (
    (refresh === undefined || refresh === null || pair(refresh)) &&
    (marker === undefined ||
      marker === null ||
      ['refetch', 'inside-shared-layout', 'metadata-only'].includes(String(marker))) &&
    (hints === undefined || hints === null || typeof hints === 'number') &&
    (rest === undefined || isText(rest)) &&
    Object.values(children).every((child) => isTree(child, depth + 1))
  );
}

/**
 * Whether Next can parse the `next-router-state-tree` header. Next answers a header that it can't parse with an empty
 * 500; without the header it sends the whole page.
 */
export function isRouterState(text: string): boolean {
  try {
    return isTree(JSON.parse(decodeURIComponent(text)));
  } catch {
    return false;
  }
}

/**
 * Deletes the headers that the client may not set, and sets `x-forwarded-for` to the connection's address.
 * @param peer the address of the connection
 * @param trusted true if a proxy in front sets `X-Forwarded-*` and removes the client's own
 */
export function cleanHeaders(
  headers: IncomingHttpHeaders,
  peer: string | undefined,
  trusted: boolean,
): void {
  for (const name of Object.keys(headers))
    if (ours.test(name) || (!trusted && forwarded.test(name))) delete headers[name];
  // A client that sets this header itself could appear as many addresses and avoid the limits of sign-in attempts.
  if (!trusted) headers['x-forwarded-for'] = peer ?? '';
  const state = headers[router];
  if (state !== undefined && !isRouterState(String(state))) delete headers[router];
}
