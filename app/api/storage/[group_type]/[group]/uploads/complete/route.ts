import { pageParams } from '@/lib/next/params';
import { finishUpload } from '@/lib/storage/uploads-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return finishUpload(request, await pageParams(params));
}
