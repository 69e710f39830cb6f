import { healthAnswer } from '@/lib/health';

export const dynamic = 'force-dynamic';

export function GET(): Response {
  return new Response(healthAnswer.body, { headers: healthAnswer.headers });
}
