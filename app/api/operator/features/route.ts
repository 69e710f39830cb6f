import { features } from '@/lib/operator/features';
import { featuresPage } from '@/lib/operator/page';
import { bearsToken } from '@/lib/security/token';
import { settings } from '@/lib/settings';

export const dynamic = 'force-dynamic';

/**
 * Lists what this deployment lacks and why, for callers with NUSA_OPERATOR_TOKEN. Without that setting it is not found.
 * A browser asks for the token as a password (with any user name). It answers with HTML if that is accepted, else JSON.
 */
export function GET(request: Request): Response {
  const token = settings().NUSA_OPERATOR_TOKEN;
  const headers = { 'cache-control': 'no-store', vary: 'Accept, Authorization' };
  if (!token) return new Response('Not found', { status: 404, headers });
  if (!bearsToken(request.headers.get('authorization'), token, { basic: true }))
    return new Response('The operator token is needed.', {
      status: 401,
      headers: { ...headers, 'www-authenticate': 'Basic realm="Nusa operator", charset="UTF-8"' },
    });
  if (!request.headers.get('accept')?.includes('text/html'))
    return Response.json(features(), { headers });
  return new Response(featuresPage(features()), {
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
  });
}
