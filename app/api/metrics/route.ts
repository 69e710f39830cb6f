import { metrics } from '@/lib/log/metrics';
import { bearsToken } from '@/lib/security/token';
import { settings } from '@/lib/settings';

export const dynamic = 'force-dynamic';

/** Answers with Prometheus metrics to callers with NUSA_METRICS_TOKEN. Without that setting it is not found. */
export async function GET(request: Request): Promise<Response> {
  const token = settings().NUSA_METRICS_TOKEN;
  if (!bearsToken(request.headers.get('authorization'), token))
    return new Response('Not found', { status: 404 });
  const { registry } = metrics();
  return new Response(await registry.metrics(), {
    headers: { 'content-type': registry.contentType, 'cache-control': 'no-store' },
  });
}
