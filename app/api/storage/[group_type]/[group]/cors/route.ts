import { pageParams } from '@/lib/next/params';
import { setCors, showCors } from '@/lib/storage/settings-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return showCors(request, await pageParams(params));
}

export async function PUT(request: Request, { params }: Context): Promise<Response> {
  return setCors(request, await pageParams(params));
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return setCors(request, await pageParams(params));
}
