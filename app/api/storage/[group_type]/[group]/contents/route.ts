import { pageParams } from '@/lib/next/params';
import { showContents } from '@/lib/storage/storage-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return showContents(request, await pageParams(params));
}
