import { downloadReport } from '@/lib/documents/downloads-api';
import { pageParams } from '@/lib/next/params';

interface Context {
  params: Promise<{ account: string; report: string }>;
}

export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { account, report } = await pageParams(params);
  return downloadReport(request, account, report);
}
