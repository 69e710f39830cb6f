import { pageParams } from '@/lib/next/params';
import { removeFolder } from '@/lib/storage/objects-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return removeFolder(request, await pageParams(params));
}
