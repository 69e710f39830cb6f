import { pageParams } from '@/lib/next/params';
import { showObjects } from '@/lib/storage/storage-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return showObjects(request, await pageParams(params));
}
