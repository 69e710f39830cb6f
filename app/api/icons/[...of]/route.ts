import { showIcon } from '@/lib/icons/icons-api';

interface Context {
  params: Promise<{ of: string[] }>;
}

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return showIcon(request, (await params).of.map(decodeURIComponent));
}
