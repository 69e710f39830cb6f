/** The gateway's payment page, one for each payment: plain HTML without script, whose buttons say how it goes on. */
import type { Cloud } from '../cloud';
import { html, instantWords, page } from '../html';
import { isOver } from './gateway';
import type { Payment } from './gateway';
import { methodOf } from './methods';
import type { PaymentAction } from './actions';

const rupiah = (amount: number) => `Rp${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`;

const buttons: Record<PaymentAction, string> = {
  pay: 'Pay',
  fail: 'Let it fail',
  expire: 'Let it expire',
  refund: 'Refund',
  chargeback: 'Chargeback',
};

function actionsOf({ state }: Payment, over: boolean): PaymentAction[] {
  if (state === 'waiting' && !over) return ['pay', 'fail', 'expire'];
  return state === 'paid' ? ['refund', 'chargeback'] : [];
}

/** The address to which the payer goes back, as the gateway writes it; null if the merchant gave none. */
function backTo({ return_url, order_number, reference, state }: Payment): string | null {
  if (!URL.canParse(return_url)) return null;
  const url = new URL(return_url);
  url.searchParams.set('merchantOrderId', order_number);
  url.searchParams.set('resultCode', state === 'waiting' ? '01' : state === 'paid' ? '00' : '02');
  url.searchParams.set('reference', reference);
  return url.href;
}

const line = (name: string, value: string | null) =>
  value === null
    ? html``
    : html`<dt>${name}</dt>
        <dd>${value}</dd>`;

/** The page of a payment. */
export function paymentPage(cloud: Cloud, payment: Payment): string {
  const over = isOver(payment, cloud.now(payment.tenant_id));
  const { reference, amount, fee } = payment;
  const method = methodOf(payment.method);
  const forms = actionsOf(payment, over).map(
    (action) =>
      html`<form method="post" action="/gateway/pay/${reference}/${action}">
        <button>${buttons[action]}</button>
      </form>`,
  );
  const back = backTo(payment);
  return page(
    `Pay ${rupiah(amount + fee)} (sandbox)`,
    html`<h1>Pay ${rupiah(amount + fee)}</h1>
      <p>This is the sandbox’s payment gateway. No money moves.</p>
      <dl>
        ${line('State', over ? 'expired' : payment.state)} ${line('For', payment.product)}
        ${line('Order', payment.order_number)} ${line('Method', method?.name ?? payment.method)}
        ${line('Fee', fee > 0 ? rupiah(fee) : null)}
        ${line(method?.kind === 'retail' ? 'Payment code' : 'Number', payment.number)}
        ${line('QR', payment.qr_string)} ${line('Phone', payment.phone)}
        ${line('Pay before', instantWords(payment.expires_at))} ${line('Reference', reference)}
      </dl>
      ${forms} ${back === null ? html`` : html`<p><a href="${back}">Back to the merchant</a></p>`}`,
  );
}
