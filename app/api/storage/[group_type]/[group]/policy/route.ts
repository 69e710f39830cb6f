import { pageParams } from '@/lib/next/params';
import { showPolicy, setPolicy, dropPolicy } from '@/lib/storage/settings-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return showPolicy(request, await pageParams(params));
}

export async function PUT(request: Request, { params }: Context): Promise<Response> {
  return setPolicy(request, await pageParams(params));
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return dropPolicy(request, await pageParams(params));
}
