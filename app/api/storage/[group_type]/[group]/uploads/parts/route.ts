import { pageParams } from '@/lib/next/params';
import { showParts } from '@/lib/storage/uploads-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return showParts(request, await pageParams(params));
}
