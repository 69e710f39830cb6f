import { signUp } from '@/lib/session/sign-up';

export function POST(request: Request): Promise<Response> {
  return signUp(request);
}
