import { changeKey, replaceKey, unlinkKey } from '@/lib/session/keys-api';

interface Context {
  params: Promise<{ slug: string }>;
}

export async function PATCH(request: Request, { params }: Context): Promise<Response> {
  return changeKey(request, (await params).slug);
}

export async function PUT(request: Request, { params }: Context): Promise<Response> {
  return replaceKey(request, (await params).slug);
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  return unlinkKey(request, (await params).slug);
}
