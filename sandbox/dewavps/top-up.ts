/** Payments into a DewaVPS account: the ways to pay D86, and a new payment D87. */
import type { Cloud } from '../cloud';
import { keepAtGateway, payPageOf, totalOf } from '../gateway/deposits';
import type { Deposit } from '../gateway/deposits';
import { GatewayDown, GatewayRefusal, inquire, paymentMethods } from '../gateway/gateway';
import { merchantOfTenant } from '../gateway/merchants';
import { methodOf, methods } from '../gateway/methods';
import type { MethodKind } from '../gateway/methods';
import { signMethods } from '../gateway/signature';
import { Refusal, invalid } from '../refusal';
import type { DewavpsContext } from '../registry';
import { implement } from '../registry';
import { taxOf, vatPercent } from '../tax';
import { inquiryFor, minimumDeposit, newDeposit } from './deposit';
import { detailOf } from './deposits';
import { stampText } from './text';

/** Asks the gateway, and writes its refusals as this backend does. @throws Refusal 422, 503 */
function asking<Answer>(ask: () => Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (error instanceof GatewayDown)
      throw new Refusal(503, 'The payment gateway is not available. Nothing was charged.');
    if (!(error instanceof GatewayRefusal)) throw error;
    const fields = { minimum: 'amount', maximum: 'amount', phone: 'phone' } as const;
    const field = error.reason in fields ? fields[error.reason as keyof typeof fields] : null;
    throw invalid({ [field ?? 'payment_method']: [`${error.message}.`] });
  }
}

/** The methods that the gateway offers, with their fee on an amount in rupiah with tax. */
function offered({ cloud, tenant, now }: DewavpsContext, amount: number) {
  const merchant = merchantOfTenant(cloud, tenant.id, 'dewavps');
  const datetime = `${stampText(now)}:00`;
  const signature = signMethods(merchant, amount, datetime);
  const asked = { merchantcode: merchant.code, amount, datetime, signature };
  return asking(() => paymentMethods(cloud, asked)).paymentFee;
}

/** Fee and tax are rupiah on the amount of the query; without one there is no tax, and the fee is the fixed part. */
implement('D86', ({ query }, context) => {
  const amount = query.amount ?? 0;
  const vat = taxOf(amount, vatPercent);
  const fees = offered(context, amount + vat);
  const of = (kind: MethodKind) =>
    fees.flatMap(({ paymentMethod, paymentName, totalFee }) =>
      methodOf(paymentMethod)?.kind === kind
        ? { name: paymentName, code: paymentMethod, image: '', fee: Number(totalFee), vat }
        : [],
    );
  return {
    bank: of('va'),
    card: of('card'),
    ritel: of('retail'),
    ewallet: of('wallet'),
    qris: of('qris'),
  };
});

/** What a customer asks to pay: rupiah without tax and fee, and a method's code. */
interface Asked {
  amount: number;
  payment_method: string;
  phone?: string | null | undefined;
}

/** Starts a deposit at the gateway and keeps it. @throws Refusal 422, 503 */
export function startDeposit(
  cloud: Cloud,
  tenantId: string,
  { amount, payment_method, phone }: Asked,
): Deposit {
  if (amount < minimumDeposit)
    throw invalid({ amount: [`The amount must be at least ${minimumDeposit}.`] });
  const method = methods.find(({ code }) => code === payment_method);
  if (!method) throw invalid({ payment_method: ['The payment method is not available.'] });
  const at = cloud.now(tenantId);
  const wanted = newDeposit(cloud, `dewavps:${tenantId}`, { at, amount, method: method.name });
  const inquiry = inquiryFor(cloud, tenantId, wanted, phone);
  return keepAtGateway(
    cloud.store,
    wanted,
    asking(() => inquire(cloud, inquiry)),
  );
}

implement('D87', ({ body }, { cloud, tenant }) => {
  const deposit = startDeposit(cloud, tenant.id, body);
  return {
    merchant_code: deposit.merchant_code,
    reference_number: deposit.reference,
    payment_url: payPageOf(cloud, deposit),
    amount: String(totalOf(deposit)),
    details: detailOf(deposit),
    va_number: deposit.va_number,
    qr_string: deposit.qr_string,
    invoice_id: deposit.id,
  };
});
