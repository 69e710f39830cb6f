import { pageParams } from '@/lib/next/params';
import { emptyBucket } from '@/lib/storage/storage-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return emptyBucket(request, await pageParams(params));
}
