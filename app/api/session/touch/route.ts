import { touchSession } from '@/lib/session/session-api';

export function POST(request: Request): Promise<Response> {
  return touchSession(request);
}
