import { pageParams } from '@/lib/next/params';
import { linkStorageKey, showStorageKey, unlinkStorageKey } from '@/lib/storage/storage-api';

interface Context {
  params: Promise<{ group_type: string; group: string }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return showStorageKey(request, await pageParams(params));
}

export async function PUT(request: Request, { params }: Context): Promise<Response> {
  return linkStorageKey(request, await pageParams(params));
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return unlinkStorageKey(request, await pageParams(params));
}
