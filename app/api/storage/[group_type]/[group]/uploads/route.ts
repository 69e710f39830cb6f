import { pageParams } from '@/lib/next/params';
import { beginUpload, dropUpload, showUploads } from '@/lib/storage/uploads-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return showUploads(request, await pageParams(params));
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return beginUpload(request, await pageParams(params));
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return dropUpload(request, await pageParams(params));
}
