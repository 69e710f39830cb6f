/** The production server answers this in front of Next (`lib/front/session`), the same way. */
import { showSession } from '@/lib/session/session-api';

export function GET(request: Request): Promise<Response> {
  return showSession(request);
}
