import { showPayment } from '@/lib/payments/payments-api';

interface Context {
  params: Promise<{ kind: string; place: string; payment: string }>;
}

/** GET: the payment as its backend says it stands. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { payment, ...at } = await params;
  return showPayment(request, at, payment);
}
