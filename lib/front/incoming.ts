/** What of a request's headers is believed: nothing that only we, Next or a trusted proxy may say. */
import type { IncomingHttpHeaders } from 'node:http';

/** Said by us to our own pages, or by Next to itself. Next's own nonce is read from the policy of the request. */
const ours = new RegExp(
  `^(?:${[
    'x-nonce',
    'x-nusa-(?!(?:identity|fresh)$).*',
    'content-security-policy(?:-report-only)?',
    'x-middleware-.*',
    'x-invoke-.*',
    'x-matched-path',
    'x-now-.*',
    'x-vercel-.*',
    'x-prerender-.*',
    'x-next-.*',
    // In development a page sends two ids of this family, which harm nobody.
    'x-nextjs-(?!(?:html-)?request-id$).*',
    'next-resume.*',
  ].join('|')})$`,
);

/** Said by a proxy in front of us. */
const forwarded = /^(?:forwarded|x-forwarded.*|x-real-ip|x-client-ip|x-original-.*|x-rewrite-.*)$/;

const router = 'next-router-state-tree';
/** Far above what any page of ours nests. */
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
 * Whether Next will be able to read where a navigation starts from. What it can't read, it answers with a bare 500;
 * without the header it sends the whole page.
 */
export function isRouterState(text: string): boolean {
  try {
    return isTree(JSON.parse(decodeURIComponent(text)));
  } catch {
    return false;
  }
}

/**
 * Takes out of a request what it has no right to say, and says for it which address it came from.
 * @param trusted a proxy in front sets `X-Forwarded-*` and lets none of a client's own pass
 */
export function cleanHeaders(
  headers: IncomingHttpHeaders,
  peer: string | undefined,
  trusted: boolean,
): void {
  for (const name of Object.keys(headers))
    if (ours.test(name) || (!trusted && forwarded.test(name))) delete headers[name];
  // Said by a client itself, it would let one address pass for many before the limits of attempts.
  if (!trusted) headers['x-forwarded-for'] = peer ?? '';
  const state = headers[router];
  if (state !== undefined && !isRouterState(String(state))) delete headers[router];
}
