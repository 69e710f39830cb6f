/** Builds the URLs of downloads: files that this console fetches from the provider or makes itself. All are POSTed. */
import { encodePart } from '@/lib/contract/well-formed';

const enc = encodePart;
const vps = (account: string) => `/api/downloads/vps/${enc(account)}`;

export const downloads = {
  /** An invoice of Awanio, as a PDF. */
  invoice: (org: string, uuid: string) =>
    `/api/downloads/organizations/${enc(org)}/invoices/${enc(uuid)}`,
  /** A postpaid invoice of a DewaVPS account, as a PDF. @param id the `id` of D84, or its number */
  vpsInvoice: (account: string, id: string) => `${vps(account)}/invoices/${enc(id)}`,
  /** The receipt of a deposit, as a PDF. */
  receipt: (account: string, id: string) => `${vps(account)}/deposits/${enc(id)}`,
  /** The provider's file of all deposits of a period (D80). */
  deposits: (account: string) => `${vps(account)}/deposits`,
  /** The provider's file of a report (D90). @param id the `id` of D88 or D89 */
  report: (account: string, id: string) => `${vps(account)}/reports/${enc(id)}`,
  /** The kubeconfig of a cluster (A70). @param group `organizations` or `projects`, and its uuid */
  kubeconfig: (group: { group_type: string; uuid: string }, cluster: string) =>
    `/api/downloads/clusters/${enc(group.group_type)}/${enc(group.uuid)}/${enc(cluster)}`,
} as const;
