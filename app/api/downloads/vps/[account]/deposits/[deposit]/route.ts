import { downloadReceipt } from '@/lib/documents/downloads-api';
import { pageParams } from '@/lib/next/params';

interface Context {
  params: Promise<{ account: string; deposit: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { account, deposit } = await pageParams(params);
  return downloadReceipt(request, account, deposit);
}
