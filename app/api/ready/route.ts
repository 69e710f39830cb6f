import { readiness } from '@/lib/backend/readiness';

export const dynamic = 'force-dynamic';

/** Readiness: the settings are valid and name a backend. It calls no backend. */
export function GET(): Response {
  const state = readiness();
  return Response.json(state, {
    status: state.ready ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
