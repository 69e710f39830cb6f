/** Reads of invoices: A45, A46, and the PDF of each that is paid. */
import type { ServerResponse } from 'node:http';
import type { Billed } from '../bills';
import { billOf } from '../bills';
import type { Cloud } from '../cloud';
import { asSet } from '../document-kind';
import { fixedUuid } from '../ids';
import { hour } from '../ledger';
import { textPdf } from '../pdf';
import { Refusal } from '../refusal';
import { implement } from '../registry';
import { addressPlanName } from './catalogue';
import type { Organization } from './groups';
import { accountOf, requireGroup, findOrganization, membershipsOf } from './groups';
import type { Invoice } from './invoice';
import { amountsOf, dueDate, invoicesOf, statusOf } from './invoice';
import { pageOf } from './page';
import { iso, organizationWire } from './wire';

const company = { company_name: 'PT Awan Contoh', company_address: 'Jl. Contoh 1, Jakarta' };

function invoiceWire(invoice: Invoice) {
  const { organization, kind, month } = invoice;
  const { subtotal, discount, tax, total, credit, due } = amountsOf(invoice);
  return {
    uuid: invoice.uuid,
    number: invoice.number,
    status: statusOf(invoice),
    due_date: dueDate(invoice),
    billed_to: organization.name,
    billing_address: null,
    billing_method: kind === 'monthly' ? 'Charge from credit' : 'Bank transfer',
    note: invoice.note,
    currency: kind === 'foreign' ? 'USD' : 'IDR',
    subtotal,
    discount_amount: discount,
    discount_in_price: invoice.discount,
    discount_in_percent: organization.discount,
    amount_after_discount: subtotal - discount,
    tax_amount: tax,
    tax_in_percent: organization.tax_percent,
    amount_after_tax: total,
    credit_from_balance: credit,
    amount: due,
    periode_started_date: iso(month.from),
    periode_ended_date: iso(month.to),
    created_at: iso(invoice.made),
    updated_at: iso(invoice.made),
  };
}

/** Where the PDF of an invoice stands, without scheme as in the samples; null for one that isn't paid. */
function pdfAddress({ pictureHost }: Cloud, invoice: Invoice): string | null {
  if (pictureHost === '' || statusOf(invoice) !== 'paid') return null;
  return `${pictureHost}/invoices/${invoice.organization.uuid}/${invoice.uuid}.pdf`;
}

/** Fields that all items of an invoice have. */
const itemFields = (invoice: Invoice) => ({
  discount_percent: invoice.organization.discount,
  tax_in_percent: invoice.organization.tax_percent,
  created_at: iso(invoice.made),
  updated_at: iso(invoice.made),
});

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
    started_date: iso(line.from),
    ended_date: iso(line.to + hour),
    ...itemFields(invoice),
  }));
}

/** The one line of an invoice that the provider made by itself. */
function ownItem(invoice: Invoice) {
  return {
    uuid: fixedUuid(`item ${invoice.uuid}`),
    label: invoice.kind === 'credit-note' ? 'Pengembalian' : 'Jasa migrasi',
    note: invoice.note,
    resource_type: 'service',
    resource_id: 1,
    pricing_type: 'once',
    quantity: 1,
    unit_price: 'once',
    price_per_unit: invoice.subtotal,
    amount: invoice.subtotal,
    started_date: iso(invoice.month.from),
    ended_date: iso(invoice.month.to),
    ...itemFields(invoice),
  };
}

function itemsOf(cloud: Cloud, invoice: Invoice) {
  if (invoice.kind !== 'monthly') return [ownItem(invoice)];
  const bill = billOf(cloud.ledger, accountOf(invoice.organization.uuid), invoice.month);
  return bill.flatMap((billed, index) => itemsWire(invoice, billed, index));
}

function invoicesNow(cloud: Cloud, organization: Organization): Invoice[] {
  cloud.catchUp(organization.tenant_id);
  return invoicesOf(cloud, organization);
}

implement('A45', ({ params, query }, context) => {
  const { cloud } = context;
  const { organization } = requireGroup(context, 'organizations', params.uuid);
  const search = query.search?.toLowerCase() ?? '';
  const found = invoicesNow(cloud, organization).filter(({ number }) =>
    (number ?? '').toLowerCase().includes(search),
  );
  const { rows, page } = pageOf(query.order_by === 'asc' ? found.reverse() : found, query);
  // The list says InvoiceUrl, the detail invoice_url (QA11).
  const wire = (row: Invoice) => ({ ...invoiceWire(row), InvoiceUrl: pdfAddress(cloud, row) });
  return { rows: rows.map(wire), page };
});

implement('A46', ({ params }, context) => {
  const { cloud, store, user } = context;
  for (const { group_uuid } of membershipsOf(store, 'organizations', user.uuid)) {
    const organization = findOrganization(store, group_uuid);
    if (!organization) continue;
    const invoice = invoicesNow(cloud, organization).find(({ uuid }) => uuid === params.uuid);
    if (!invoice) continue;
    requireGroup(context, 'organizations', organization.uuid, 'billing.read');
    return {
      ...invoiceWire(invoice),
      organization: organizationWire(cloud, organization),
      items: itemsOf(cloud, invoice),
      invoice_url: pdfAddress(cloud, invoice),
      ...company,
    };
  }
  throw new Refusal(404, 'INVOICE NOT FOUND');
});

/** Serves `/invoices/{organization}/{invoice}.pdf`. @returns false for other paths */
export function serveInvoice(cloud: Cloud, path: string, response: ServerResponse): boolean {
  const [, owner = '', wanted] =
    /^\/invoices\/([0-9a-f-]{36})\/([0-9a-f-]{36})\.pdf$/.exec(path) ?? [];
  const organization = findOrganization(cloud.store, owner);
  const invoice =
    organization && invoicesOf(cloud, organization).find(({ uuid }) => uuid === wanted);
  if (!invoice || pdfAddress(cloud, invoice) === null) return false;
  const { subtotal, discount, tax, total } = amountsOf(invoice);
  const bytes = textPdf([
    `Invoice ${invoice.number ?? invoice.uuid}`,
    company.company_name,
    `Billed to ${invoice.organization.name}`,
    `Date ${iso(invoice.made).slice(0, 10)}`,
    ...itemsOf(cloud, invoice)
      .slice(0, 25)
      .map(({ label, amount }) => `${label}: ${amount}`),
    `Subtotal ${subtotal}`,
    `Discount ${discount}`,
    `PPN ${invoice.organization.tax_percent}% ${tax}`,
    `Total ${total}`,
  ]);
  const file = { type: 'application/pdf', name: `${invoice.uuid}.pdf`, bytes };
  const served = asSet(cloud.store, organization.tenant_id, 'awanio', file);
  response.writeHead(200, { 'content-type': served.type, 'cache-control': 'no-store' });
  response.end(served.bytes);
  return true;
}
