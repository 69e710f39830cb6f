import { pageParams } from '@/lib/next/params';
import { showZipPlan } from '@/lib/storage/zip-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return showZipPlan(request, await pageParams(params));
}
