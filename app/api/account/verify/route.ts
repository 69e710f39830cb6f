import { verify } from '@/lib/session/sign-up';

export function POST(request: Request): Promise<Response> {
  return verify(request);
}
