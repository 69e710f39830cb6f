import { checkKey } from '@/lib/session/keys-api';

interface Context {
  params: Promise<{ slug: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return checkKey(request, (await params).slug);
}
