/** Top-ups of organizations: the methods A49, a new one A51 and A52, its status A50, and the gateway's callback A53. */
import { randomUUID } from 'node:crypto';
import { minimumTopUp } from '@/lib/contract/schemas/awanio/billing';
import type { Cloud } from '../cloud';
import type { Store } from '../db';
import { keepAtGateway, stateOf } from '../gateway/deposits';
import type { Deposit, DepositState } from '../gateway/deposits';
import { GatewayDown, GatewayRefusal, inquire } from '../gateway/gateway';
import { methods } from '../gateway/methods';
import type { Method, MethodName } from '../gateway/methods';
import { receive, tenantOf } from '../gateway/receive';
import type { Notice, Outcome } from '../gateway/receive';
import { settingsOf } from '../gateway/settings';
import { signInquiry } from '../gateway/signature';
import { fixedUuid, randomText } from '../ids';
import { Refusal } from '../refusal';
import type { AwanioContext } from '../registry';
import { implement } from '../registry';
import { mainGateway, minutesOf, signerOf } from './gateways';
import { accountOf, requireGroup } from './groups';
import { paymentUrlOf } from './payment-url';
import { iso, organizationWire } from './wire';

/** The methods, with their numbers; those that need a phone number are not offered, since A51 takes none. */
const offered = methods
  .map((method, index) => ({ method, id: index + 1, uuid: fixedUuid(`method ${method.code}`) }))
  .filter(({ method }) => !('phone' in method));

const isWithdrawn = ({ store, tenant }: AwanioContext, { code }: Method) =>
  settingsOf(store, tenant.id).withdrawn.includes(code);

implement('A49', (_, context) => {
  const gateway = mainGateway(context.cloud, context.tenant.id);
  const rows = offered.filter(({ method }) => !isWithdrawn(context, method));
  return {
    rows: rows.map(({ method, id, uuid }) => ({
      id: `${id},`,
      uuid,
      name: method.code,
      description: method.name,
      // A share of the amount is known only with the amount: A50 says the fee of a top-up.
      service_fee: method.share > 0 ? null : method.fee,
      minimum_amount: Math.max(method.minimum, minimumTopUp),
      payment_gateway: gateway.name,
    })),
  };
});

interface Asked {
  payment_method_uuid: string;
  organization_uuid: string;
  amount: number;
}

/** Asks the gateway, and writes its refusals as this backend does. @throws Refusal 422, 503 */
function asking<Answer>(ask: () => Answer): Answer {
  try {
    return ask();
  } catch (error) {
    if (error instanceof GatewayDown) throw new Refusal(503, 'PAYMENT GATEWAY IS NOT AVAILABLE');
    if (!(error instanceof GatewayRefusal)) throw error;
    throw new Refusal(422, error.message.toUpperCase(), { number: 5 });
  }
}

/** A top-up that waits, not kept yet. @param minutes the time in which it can be paid */
function newTopUp(
  organizationUuid: string,
  of: { at: number; amount: number; method: MethodName; minutes: number },
) {
  const number = `gkv-${randomText(8)}`;
  const deposit: Deposit & { order_number: string } = {
    id: randomUUID(),
    account_id: accountOf(organizationUuid),
    number,
    description: 'Top up',
    amount: of.amount,
    vat: 0,
    fee: 0,
    method: of.method,
    va_number: null,
    qr_string: null,
    created_at: of.at,
    expires_at: of.at + of.minutes * 60_000,
    paid_at: null,
    ended: null,
    order_number: number,
    merchant_code: null,
    reference: null,
  };
  return deposit;
}

/** Starts a top-up at the gateway and keeps it. @throws Refusal 422, 503 */
export function startTopUp(
  cloud: Cloud,
  tenantId: string,
  organizationUuid: string,
  method: Pick<Method, 'code'> & { name: MethodName },
  amount: number,
): Deposit {
  const gateway = mainGateway(cloud, tenantId);
  const signer = signerOf(cloud, gateway);
  const minutes = minutesOf(gateway);
  const at = cloud.now(tenantId);
  const wanted = newTopUp(organizationUuid, { at, amount, method: method.name, minutes });
  const answer = asking(() =>
    inquire(cloud, {
      merchantCode: signer.code,
      paymentAmount: amount,
      paymentMethod: method.code,
      merchantOrderId: wanted.order_number,
      productDetails: `${wanted.description} ${wanted.number}`,
      callbackUrl: gateway.callback,
      returnUrl: settingsOf(cloud.store, tenantId).returnUrl,
      expiryPeriod: minutes,
      signature: signInquiry(signer, wanted.order_number, amount),
    }),
  );
  return keepAtGateway(cloud.store, wanted, answer);
}

function topUp(context: AwanioContext, { payment_method_uuid, organization_uuid, amount }: Asked) {
  const { cloud, tenant } = context;
  const { organization } = requireGroup(context, 'organizations', organization_uuid);
  const found = offered.find(({ uuid }) => uuid === payment_method_uuid);
  if (!found) throw new Refusal(404, 'PAYMENT METHOD NOT FOUND');
  const deposit = startTopUp(
    cloud,
    organization.tenant_id,
    organization.uuid,
    found.method,
    amount,
  );
  const gateway = mainGateway(cloud, organization.tenant_id);
  return {
    output_type: gateway.output_type,
    amount,
    va_number: deposit.va_number,
    reference: deposit.number,
    client_secret: `leak-${deposit.number}`,
    stripe_id: null,
    status: null,
    expiryPeriod: minutesOf(gateway),
    ...paymentUrlOf(cloud, tenant.id, deposit),
  };
}

implement('A51', ({ body }, context) => topUp(context, body));
implement('A52', ({ body }, context) => topUp(context, body));

const words: Record<DepositState, string> = {
  waiting: 'pending',
  paid: 'success',
  expired: 'expired',
  failed: 'failed',
  refunded: 'refunded',
  'charged back': 'chargeback',
};

function topUpNumbered(store: Store, number: string): Deposit | undefined {
  const sql = `select * from deposits where number = ? and account_id like 'awanio:%'`;
  return store.get<Deposit>(sql, number);
}

implement('A50', ({ params }, context) => {
  const { cloud, store } = context;
  const deposit = topUpNumbered(store, params.reference_number);
  if (!deposit) throw new Refusal(404, 'TOP UP NOT FOUND');
  const uuid = deposit.account_id.replace('awanio:', '');
  const { organization } = requireGroup(context, 'organizations', uuid, 'billing.read');
  const found = offered.find(({ method }) => method.name === deposit.method);
  const now = cloud.now(organization.tenant_id);
  return {
    uuid: deposit.id,
    organization: organizationWire(cloud, organization),
    payment_gateway_id: mainGateway(cloud, organization.tenant_id).id,
    payment_method_id: found?.id ?? 0,
    amount: deposit.amount,
    reference_number: deposit.number,
    va_number: deposit.va_number,
    stripe_id: null,
    client_secret: `leak-${deposit.number}`,
    status: words[stateOf(deposit, now)],
    service_fee: deposit.fee,
    balance: cloud.ledger.balance(deposit.account_id),
    created_at: iso(deposit.created_at),
    updated_at: iso(deposit.paid_at ?? deposit.created_at),
    meta: paymentUrlOf(cloud, organization.tenant_id, deposit).meta,
  };
});

/** Takes a callback of the gateway. @throws Refusal as {@link receive} */
export function readCallback(cloud: Cloud, notice: Notice): Outcome {
  return receive(cloud, 'awanio', notice, (deposit, code) => {
    const gateway = mainGateway(cloud, tenantOf(cloud, deposit));
    return gateway.merchant_code === code ? signerOf(cloud, gateway) : undefined;
  });
}

/** The gateway signs in nowhere: what it says is checked by its signature, and by asking it. */
implement('A53', ({ body }, { cloud }) => {
  readCallback(cloud, body);
  return 'SUCCESS';
});
