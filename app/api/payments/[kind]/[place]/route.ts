import { startPayment } from '@/lib/payments/payments-api';

interface Context {
  params: Promise<{ kind: string; place: string }>;
}

/** POST `{ method, amount, phone?, again? }`: makes a payment into an organization or a VPS account, once. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return startPayment(request, await params);
}
