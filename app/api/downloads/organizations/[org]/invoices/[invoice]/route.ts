import { downloadInvoice } from '@/lib/documents/downloads-api';
import { pageParams } from '@/lib/next/params';

interface Context {
  params: Promise<{ org: string; invoice: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { org, invoice } = await pageParams(params);
  return downloadInvoice(request, org, invoice);
}
