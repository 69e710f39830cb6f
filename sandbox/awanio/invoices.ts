/** Invoices: one for each past month, already paid from the balance: A45, A46. */
import type { Billed, Month } from '../bills';
import { billOf, monthsOf } from '../bills';
import type { Cloud } from '../cloud';
import { fixedUuid } from '../ids';
import { hour } from '../ledger';
import { Refusal } from '../refusal';
import { implement } from '../registry';
import { addressPlanName } from './catalogue';
import type { Organization } from './groups';
import { accountOf, requireGroup, findOrganization, membershipsOf } from './groups';
import { pageOf } from './page';
import { iso, organizationWire } from './wire';

interface Invoice {
  uuid: string;
  number: string;
  organization: Organization;
  month: Month;
}

const day = 24 * hour;
/** The instant at which an invoice is made: one hour after its month. It is due on the 10th. */
const made = (month: Month) => month.to + hour;

function invoicesOf(cloud: Cloud, organization: Organization): Invoice[] {
  const { ledger } = cloud;
  const account = accountOf(organization.uuid);
  const now = cloud.now(organization.tenant_id);
  return monthsOf(ledger, account, now)
    .filter(
      (month) => made(month) <= now && ledger.charges(account, month.from, month.to).length > 0,
    )
    .map((month) => {
      const period = iso(month.from + 7 * hour).slice(0, 7);
      return {
        uuid: fixedUuid(`invoice ${organization.uuid} ${period}`),
        number: `INV/${period.replace('-', '')}/${organization.uuid.slice(0, 8).toUpperCase()}`,
        organization,
        month,
      };
    });
}

/** The wire form of an invoice. Prices include tax, so the sum is the ledger's charges, and nothing is left to pay. */
function invoiceWire(cloud: Cloud, { uuid, number, organization, month }: Invoice) {
  const charges = cloud.ledger.charges(accountOf(organization.uuid), month.from, month.to);
  const sum = charges.reduce((total, entry) => total - entry.amount, 0);
  return {
    uuid,
    number,
    status: 'paid',
    due_date: iso(month.to + 10 * day - 1000),
    billed_to: organization.name,
    billing_address: null,
    billing_method: 'Charge from credit',
    note: null,
    currency: 'IDR',
    subtotal: sum,
    discount_amount: 0,
    discount_in_price: 0,
    discount_in_percent: 0,
    amount_after_discount: sum,
    tax_amount: 0,
    tax_in_percent: 0,
    amount_after_tax: sum,
    credit_from_balance: sum,
    amount: 0,
    periode_started_date: iso(month.from),
    periode_ended_date: iso(month.to),
    created_at: iso(made(month)),
    updated_at: iso(made(month)),
  };
}

/** The lines of an invoice: one per part, so a machine's address has its own line. */
function itemsWire(invoice: Invoice, billed: Billed, index: number) {
  return billed.lines.map((line, part) => ({
    uuid: fixedUuid(`item ${invoice.uuid} ${billed.resource} ${part}`),
    label: billed.name,
    note: `${line.hours} hour(s) from 1 replica(s)`,
    resource_type: line.name === addressPlanName ? 'ipaddress' : billed.service,
    resource_id: index + 1,
    pricing_type: line.name,
    quantity: line.hours,
    unit_price: 'hour', // unit_price is the unit, price_per_unit the price (QA24)
    price_per_unit: line.rate,
    amount: line.amount,
    discount_percent: 0,
    tax_in_percent: 0,
    started_date: iso(line.from),
    ended_date: iso(line.to + hour),
    created_at: iso(made(invoice.month)),
    updated_at: iso(made(invoice.month)),
  }));
}

implement('A45', ({ params, query }, context) => {
  const { cloud } = context;
  const { organization } = requireGroup(context, 'organizations', params.uuid);
  cloud.catchUp(organization.tenant_id);
  const search = query.search?.toLowerCase() ?? '';
  const found = invoicesOf(cloud, organization).filter(({ number }) =>
    number.toLowerCase().includes(search),
  );
  const { rows, page } = pageOf(query.order_by === 'asc' ? found.reverse() : found, query);
  return { rows: rows.map((row) => ({ ...invoiceWire(cloud, row), InvoiceUrl: null })), page };
});

implement('A46', ({ params }, context) => {
  const { cloud, store, user } = context;
  for (const { group_uuid } of membershipsOf(store, 'organizations', user.uuid)) {
    const organization = findOrganization(store, group_uuid);
    if (!organization) continue;
    cloud.catchUp(organization.tenant_id);
    const invoice = invoicesOf(cloud, organization).find(({ uuid }) => uuid === params.uuid);
    if (!invoice) continue;
    requireGroup(context, 'organizations', organization.uuid, 'billing.read');
    const bill = billOf(cloud.ledger, accountOf(organization.uuid), invoice.month);
    return {
      ...invoiceWire(cloud, invoice),
      organization: organizationWire(cloud, organization),
      items: bill.flatMap((billed, index) => itemsWire(invoice, billed, index)),
      invoice_url: null,
      company_name: 'PT Awan Contoh',
      company_address: 'Jl. Contoh 1, Jakarta',
    };
  }
  throw new Refusal(404, 'INVOICE NOT FOUND');
});
