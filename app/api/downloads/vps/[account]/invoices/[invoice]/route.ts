import { downloadPostpaid } from '@/lib/documents/downloads-api';
import { pageParams } from '@/lib/next/params';

interface Context {
  params: Promise<{ account: string; invoice: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { account, invoice } = await pageParams(params);
  return downloadPostpaid(request, account, invoice);
}
