import { pageParams } from '@/lib/next/params';
import { removeObjects } from '@/lib/storage/objects-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return removeObjects(request, await pageParams(params));
}
