/**
 * Answers the document that shows a PDF. The page frames it, gives it the bytes, and shares nothing else with it: the policy
 * makes its origin opaque, and lets it load nothing but its own script, which it names by its hash.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { perProcess } from '@/lib/log/per-process';

const compress = promisify(brotliCompress);

interface Viewer {
  /** By the value of `content-encoding`. */
  bodies: { identity: Buffer; br: Buffer };
  etag: string;
  policy: string;
}

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The policy of the document. `sandbox` holds also for who opens it by its address. */
export function viewerPolicy(html: string): string {
  const [, style = ''] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
  const [, script = ''] = /<script type="module">(.*)<\/script>/s.exec(html) ?? [];
  return [
    `default-src 'none'`,
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    // pdf.js reads files in a worker; its pictures and fonts are blobs and bytes of the file.
    `worker-src blob:`,
    `img-src blob: data:`,
    `font-src blob: data:`,
    `connect-src 'none'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'self'`,
    `sandbox allow-scripts`,
  ].join('; ');
}

async function load(): Promise<Viewer> {
  const identity = await readFile(path.join('dist', 'pdf-viewer.html'));
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };
  return {
    bodies: { identity, br: await compress(identity, quality) },
    etag: `"${createHash('sha256').update(identity).digest('base64url')}"`,
    policy: viewerPolicy(identity.toString('utf8')),
  };
}

/** Read once, at the first request. A failure isn't kept. */
function viewer(): Promise<Viewer> {
  const kept = perProcess<{ loaded: Promise<Viewer> | null }>('pdf-viewer', () => ({
    loaded: null,
  }));
  kept.loaded ??= load().catch((error: unknown) => {
    kept.loaded = null;
    throw error;
  });
  return kept.loaded;
}

/** Whether a request asks for the document. */
export const asksForPdfViewer = ({ method, url }: IncomingMessage): boolean =>
  url === '/api/viewers/pdf' && (method === 'GET' || method === 'HEAD');

/** Answers the document. It holds nothing of anybody, so it needs no session. */
export async function answerPdfViewer(
  { method, headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { bodies, etag, policy } = await viewer();
  for (const [name, value] of Object.entries({
    'content-security-policy': policy,
    'x-frame-options': 'SAMEORIGIN',
    // Asked for again each time, and sent again only when it is another one.
    'cache-control': 'private, no-cache',
    vary: 'accept-encoding',
    etag,
  }))
    response.setHeader(name, value);
  if (headers['if-none-match'] === etag) return void response.writeHead(304).end();
  const br = /\bbr\b/.test(String(headers['accept-encoding'] ?? ''));
  const body = br ? bodies.br : bodies.identity;
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.byteLength,
    ...(br ? { 'content-encoding': 'br' } : {}),
  });
  response.end(method === 'HEAD' ? undefined : body);
}
