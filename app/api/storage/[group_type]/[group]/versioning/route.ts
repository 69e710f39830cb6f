import { pageParams } from '@/lib/next/params';
import { showVersioning, setVersioning } from '@/lib/storage/settings-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return showVersioning(request, await pageParams(params));
}

export async function PUT(request: Request, { params }: Context): Promise<Response> {
  return setVersioning(request, await pageParams(params));
}
