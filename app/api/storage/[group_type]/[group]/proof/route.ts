import { pageParams } from '@/lib/next/params';
import { showProof } from '@/lib/storage/settings-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return showProof(request, await pageParams(params));
}
