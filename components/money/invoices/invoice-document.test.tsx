import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { IntlProvider } from 'use-intl/react';
import { readAnswer } from '@/lib/contract/answer';
import fixture from '@/lib/contract/fixtures/awanio/A46.json' with { type: 'json' };
import documents from '@/messages/en/documents.json' with { type: 'json' };
import billing from '@/messages/en/billing.json' with { type: 'json' };
import type { Buyer } from '@/lib/money/buyer';
import type { Seller } from '@/lib/money/seller';
import { InvoiceDocument } from './invoice-document';

/** The text of the document of the documentation's sample, with other fields. */
function textOf(
  more: Record<string, unknown>,
  seller: Seller = { name: '', address: '', taxNumber: '' },
  buyer: Buyer | null = null,
): string {
  const { data, ...answer } = fixture.answer;
  const invoice = readAnswer('A46', { ...answer, data: { ...data, ...more } });
  const html = renderToStaticMarkup(
    <IntlProvider locale="en" messages={{ billing, documents }} timeZone="Asia/Jakarta">
      <InvoiceDocument
        invoice={invoice}
        state="open"
        terms={{ seller, taxNote: 'This is no tax invoice.' }}
        buyer={buyer}
      />
    </IntlProvider>,
  );
  return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

it('shows the tax base and the tax of an invoice with 11 %, discounts, the note and the company', () => {
  const text = textOf({
    status: 'unpaid',
    items: [],
    subtotal: 15_000,
    discount_amount: 1250,
    discount_in_price: 1250,
    amount_after_discount: 13_750,
    tax_in_percent: 11,
    tax_amount: 1512,
    amount_after_tax: 15_262,
    credit_from_balance: 262,
    amount: 15_000,
    note: 'Transfer to BCA',
  });
  for (const shown of [
    ...['Hadi Contoh', 'PT Contoh', 'Jl. Contoh 1', 'Dec 2021', '11 Jan 2022', 'Transfer to BCA'],
    ...['Subtotal Rp15.000', 'Discount (Rp1.250) -Rp1.250', 'After discount Rp13.750'],
    ...['(tax base) Rp12.604', 'PPN 12 % Rp1.513', "provider's tax -Rp1", 'Total Rp15.262'],
    ...['Paid from the balance -Rp262', 'Left to pay Rp15.000'],
    ...['Left to pay: Fifteen thousand rupiah', 'This is no tax invoice.'],
  ])
    expect(text.replaceAll('&#x27;', "'")).toContain(shown);
});

it('shows the items of the sample, which the balance paid', () => {
  const text = textOf({});
  for (const shown of [
    'ubuntu-paket-1-baremetal 1 hour(s) from 1 replica(s) Bare metal · Paket-1',
    '24 Dec 2021 – 24 Jan 2022',
    '1 × 3 month Rp5.970.000',
    'Paid from the balance -Rp6.020.000 Left to pay Rp0',
  ])
    expect(text).toContain(shown);
});

it('shows the seller of the settings, and the buyer that was typed', () => {
  const text = textOf(
    {},
    { name: 'PT Awan', address: 'Jl. Awan 1', taxNumber: '01.234.567.8-901.000' },
    { name: 'PT Kopi', address: 'Jl. Kopi 2', taxNumber: '0012345678901234' },
  );
  expect(text).toContain('PT Awan Jl. Awan 1 NPWP: 01.234.567.8-901.000');
  expect(text).toContain('PT Kopi Jl. Kopi 2 NPWP or NIK: 0012 3456 7890 1234');
  expect(text).not.toContain('PT Contoh');
});
