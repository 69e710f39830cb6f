import { pageParams } from '@/lib/next/params';
import { showVersions } from '@/lib/storage/objects-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return showVersions(request, await pageParams(params));
}
