/**
 * The exports of an account's money: the provider's file (D80, D90), or a spreadsheet of our own, made of D79 or D89, where the
 * provider only begins a job or names no file. Loaded when somebody exports.
 */
import { fetchDownload } from '@/components/parts/files/download';
import { readPages } from '@/components/parts/files/read-pages';
import { saveBlob } from '@/components/parts/files/save-blob';
import { workbookBlob, type Sheet } from '@/components/parts/files/workbook';
import type { Result, Row } from '@/lib/contract/types';
import { datedFileName } from '@/lib/documents/file-name';
import { depositTotal } from '@/lib/money/deposit';
import { jakartaDay } from '@/lib/money/invoice';
import { reportLines } from '@/lib/money/report';
import { downloads } from '@/lib/paths/downloads';
import { ProblemError } from '@/lib/problem';
import { deposits } from '@/lib/resources/vps';
import type { useTranslations } from 'use-intl';
import type { Period } from './sources';

type Words = ReturnType<typeof useTranslations<'vps-billing'>>;

/** What was saved. */
export interface Exported {
  from: 'provider' | 'own';
  /** The rows of our own file. */
  rows: number;
  /** More than zero if our own file lacks rows, or may lack some. */
  left: number;
}

/** Saves the provider's file. @returns false where it gives none */
async function saveProviders(
  path: string,
  body: { start?: string; end?: string },
): Promise<boolean> {
  try {
    const { blob, name } = await fetchDownload(path, body);
    saveBlob(blob, name);
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'no_file') return false;
    throw error;
  }
}

/** Saves a sheet of our own. */
async function saveOwn(sheet: Sheet, base: string): Promise<void> {
  saveBlob(await workbookBlob([sheet]), datedFileName(base, 'xlsx'));
}

type Deposit = Row<'D79'>;

/** The deposits of a period, by their day in Jakarta. */
export const depositsIn = (rows: readonly Deposit[], { start, end }: Period): Deposit[] =>
  rows.filter(({ created_at: at }) => {
    const day = jakartaDay(at);
    if (day === null) return start === null && end === null;
    return (start === null || day >= start) && (end === null || day <= end);
  });

/** The deposits as a sheet: numbers as text, amounts as numbers, dates as days. */
function depositSheet(rows: readonly Deposit[], t: Words): Sheet {
  return {
    name: t('deposits.heading'),
    columns: [
      { header: t('deposits.number'), kind: 'text' },
      { header: t('deposits.made'), kind: 'day' },
      { header: t('deposits.note'), kind: 'text' },
      { header: t('deposits.method'), kind: 'text' },
      { header: t('deposits.state'), kind: 'text' },
      { header: t('deposits.amount'), kind: 'money' },
      { header: t('deposits.vat'), kind: 'money' },
      { header: t('deposits.fee'), kind: 'money' },
      { header: t('deposits.total'), kind: 'money' },
    ],
    rows: rows.map((row) => [
      deposits.name(row),
      jakartaDay(row.created_at),
      row.description,
      row.method,
      row.status,
      row.detail?.amount ?? null,
      row.detail?.vat ?? null,
      row.detail?.payment_fee ?? null,
      depositTotal(row.detail),
    ]),
  };
}

/**
 * Exports the deposits of a period.
 * @param read a page of D79 @throws ProblemError
 */
export async function exportDeposits(
  account: string,
  period: Period,
  read: (page: number) => Promise<Result<'D79'>>,
  t: Words,
): Promise<Exported> {
  const { start, end } = period;
  const body = { ...(start === null ? {} : { start }), ...(end === null ? {} : { end }) };
  if (await saveProviders(downloads.deposits(account), body))
    return { from: 'provider', rows: 0, left: 0 };
  const { rows, total, more } = await readPages(read, deposits.id);
  const kept = depositsIn(rows, period);
  await saveOwn(depositSheet(kept, t), ['deposits', account, start, end].filter(Boolean).join('-'));
  return {
    from: 'own',
    rows: kept.length,
    left: more ? Math.max(1, (total ?? 0) - rows.length) : 0,
  };
}

/** The words of a report's sheet. */
export const reportWords = (t: Words) => ({
  name: t('reports.heading'),
  heads: [
    t('report.ways.service'),
    t('report.ways.thing'),
    t('report.ways.part'),
    t('report.plan'),
    t('report.price'),
    t('report.hours'),
    t('report.cost'),
  ] as const,
  difference: t('report.difference'),
  total: t('report.total'),
});

type ReportWords = ReturnType<typeof reportWords>;

/**
 * A report as a sheet. A cost stands once: of a thing in its parts, of a service without things in its own row. So the column
 * adds up to the total, which is the last row.
 */
export function reportSheet(
  report: Pick<Result<'D89'>, 'total' | 'services'>,
  words: ReportWords,
): Sheet {
  const { lines, total } = reportLines(report);
  let service: string | null = null;
  let thing: string | null = null;
  let plan: string | null = null;
  const rows: Sheet['rows'][number][] = [];
  lines.forEach((line, at) => {
    if (line.kind === 'service') [service, thing, plan] = [line.name, null, null];
    if (line.kind === 'thing') [thing, plan] = [line.name, line.plan];
    if (line.depth === 0 && line.kind === 'difference') [service, thing, plan] = [null, null, null];
    if (line.depth === 1 && line.kind === 'difference') [thing, plan] = [null, null];
    // A sum is what the lines in it make.
    if ((lines[at + 1]?.depth ?? 0) > line.depth) return;
    const part =
      line.kind === 'difference' ? words.difference : line.kind === 'part' ? line.name : null;
    rows.push([service, thing, part, plan, line.price, line.hours, line.cost]);
  });
  const kinds = ['text', 'text', 'text', 'text', 'number', 'number', 'money'] as const;
  return {
    name: words.name,
    columns: kinds.map((kind, at) => ({ header: words.heads[at] ?? '', kind })),
    rows: [...rows, [words.total, null, null, null, null, null, total]],
  };
}

/** Exports a month's report. @throws ProblemError */
export async function exportReport(
  account: string,
  report: Result<'D89'>,
  words: ReportWords,
): Promise<Exported> {
  if (report.id !== null && (await saveProviders(downloads.report(account, report.id), {})))
    return { from: 'provider', rows: 0, left: 0 };
  const sheet = reportSheet(report, words);
  await saveOwn(sheet, `report-${account}-${report.billing_date ?? ''}`);
  return { from: 'own', rows: sheet.rows.length - 1, left: 0 };
}
