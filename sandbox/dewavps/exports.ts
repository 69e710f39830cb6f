/**
 * Exports of deposits D80 and of a month's report D90. The documentation doesn't say what they answer: a tenant's are
 * either a link to a file, or a job of which nothing more is heard.
 */
import { randomUUID } from 'node:crypto';
import { billOf } from '../bills';
import type { Store } from '../db';
import { keepFile } from '../files';
import { hour } from '../ledger';
import { Refusal, invalidOperation } from '../refusal';
import type { DewavpsContext } from '../registry';
import { implement } from '../registry';
import { depositsOf } from '../gateway/deposits';
import { statusOf } from './deposits';
import { reportUuid, reportsOf } from './billing';
import { dayStart, isoDay, monthText } from './text';

/** What the exports of a tenant answer. */
export const exportKinds = ['link', 'job'] as const;
export type ExportKind = (typeof exportKinds)[number];

const keyOf = (tenantId: string) => `exports ${tenantId}`;

/** Sets what the exports of a new tenant answer. */
export function setExports(store: Store, tenantId: string, kind: ExportKind): void {
  store.insert('meta', { name: keyOf(tenantId), value: kind });
}

function answersLink(store: Store, tenantId: string): boolean {
  const sql = 'select value from meta where name = ?';
  return store.get<{ value: string }>(sql, keyOf(tenantId))?.value !== 'job';
}

type Cell = string | number | null;

/** A table with commas and quotes, which a spreadsheet can read. */
function csv(rows: readonly (readonly Cell[])[]): string {
  const cell = (value: Cell) => `"${String(value ?? '').replace(/"/g, '""')}"`;
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function exported({ cloud, store, tenant }: DewavpsContext, name: string, rows: Cell[][]) {
  const job = { id: randomUUID(), status: 'processing', download_url: null };
  if (!answersLink(store, tenant.id)) return job;
  const file = { name: `${name}.csv`, type: 'text/csv; charset=utf-8', content: csv(rows) };
  return { id: job.id, status: 'done', download_url: keepFile(cloud, tenant.id, file) };
}

const depositHead = ['Invoice', 'Date', 'Description', 'Method', 'Amount', 'VAT', 'Fee', 'Status'];

implement('D80', ({ query }, context) => {
  const { store, account, now } = context;
  const { start, end } = query;
  const from = start === undefined ? 0 : dayStart(start);
  const to = end === undefined ? Infinity : dayStart(end) + 24 * hour;
  const rows = depositsOf(store, account)
    .filter(({ created_at }) => created_at >= from && created_at < to)
    .map((deposit) => [
      deposit.number,
      isoDay(deposit.created_at),
      deposit.description,
      deposit.method,
      deposit.amount,
      deposit.vat,
      deposit.fee,
      statusOf(deposit, now),
    ]);
  return exported(context, 'deposits', [depositHead, ...rows]);
});

const reportHead = ['Month', 'Service', 'Name', 'Tier', 'Part', 'Price per hour', 'Hours', 'Cost'];

/** A report is named by the number of the list D88, or by the uuid of its detail D89 (QD6). */
implement('D90', ({ params }, context) => {
  const { cloud, account, now } = context;
  const wanted = params.summary_id;
  const found = reportsOf(context).find(
    ({ id, month }) => String(id) === wanted || reportUuid(account, month) === wanted,
  );
  if (!found) throw new Refusal(404, 'Billing report not found.');
  const { month } = found;
  if (month.to > now) throw invalidOperation('The report can be exported after its month.');
  const rows = billOf(cloud.ledger, account, month).flatMap(({ service, name, plan, lines }) =>
    lines.map((line) => [
      monthText(month.from),
      service,
      name,
      plan,
      line.name,
      line.rate,
      line.hours,
      line.amount,
    ]),
  );
  return exported(context, `report-${isoDay(month.to)}`, [reportHead, ...rows]);
});
