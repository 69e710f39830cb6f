import { pageParams } from '@/lib/next/params';
import { copyObject } from '@/lib/storage/objects-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return copyObject(request, await pageParams(params));
}
