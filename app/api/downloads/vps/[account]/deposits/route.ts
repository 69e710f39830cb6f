import { downloadDeposits } from '@/lib/documents/downloads-api';
import { pageParams } from '@/lib/next/params';

interface Context {
  params: Promise<{ account: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  return downloadDeposits(request, (await pageParams(params)).account);
}
