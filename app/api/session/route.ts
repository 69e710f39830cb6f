/** In production, `lib/front/session` gives the same answer before the request reaches Next. */
import { showSession } from '@/lib/session/session-api';

export function GET(request: Request): Promise<Response> {
  return showSession(request);
}
