import { showSession } from '@/lib/session/session-api';

export function GET(request: Request): Promise<Response> {
  return showSession(request);
}
