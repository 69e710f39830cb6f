import { paths } from '../../paths';
import type { Resource } from '../resource';

interface NamedReport {
  billing_date: string | null;
  billing_periode: string | null;
}

/** The monthly reports of a DewaVPS account. A report is known by its day, `billing_date`. */
export const reports = {
  kind: 'report',
  ref: 'D88',
  id: ({ billing_date: day }) => day ?? '',
  name: ({ billing_periode: month, billing_date: day }) => month ?? day ?? '',
  page: (account) => paths.vpsBillingPart(account, 'reports'),
  href: paths.vpsReport,
  words: ({ id, status }) => [id, status],
  pageSize: 12,
} as const satisfies Resource<'D88', NamedReport, string>;
