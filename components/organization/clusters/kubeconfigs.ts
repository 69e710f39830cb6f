/**
 * The register of the kubeconfigs that this person downloaded in this browser: whose they are and when their certificates
 * end, never what the files hold.
 */
import type { GroupScope } from '@/lib/paths';
import { keepLasting, readLasting } from '@/lib/query/storage';

/** The last kubeconfig of a cluster. */
export interface Downloaded {
  /** The uuid of the cluster. */
  uuid: string;
  /** The name of the cluster when the file was downloaded. */
  name: string;
  /** The name of the file's cluster, user and context. */
  context: string;
  /** Where the cluster is. */
  scope: GroupScope;
  /** When the certificate ends, ISO 8601. */
  ends: string;
}

const day = 24 * 60 * 60 * 1000;
/** A certificate that ends within these days is told as ending soon. */
const soonDays = 30;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

function readOne([uuid, kept]: [string, unknown]): Downloaded[] {
  if (typeof kept !== 'object' || kept === null) return [];
  const { name, context, org, project, ends } = kept as Record<string, unknown>;
  if (!isText(name) || !isText(context) || !isText(org) || !isText(ends)) return [];
  if (Number.isNaN(Date.parse(ends))) return [];
  const scope = isText(project) ? { org, project } : { org };
  return [{ uuid, name, context, scope, ends }];
}

/** Reads what the browser keeps, what ends first being first; an older version may have written something else. */
export function downloadedIn(kept: unknown): Downloaded[] {
  if (typeof kept !== 'object' || kept === null) return [];
  return Object.entries(kept)
    .flatMap(readOne)
    .sort((a, b) => Date.parse(a.ends) - Date.parse(b.ends));
}

function change(identity: string, next: (before: readonly Downloaded[]) => Downloaded[]): void {
  const rows = next(downloadedIn(readLasting(identity, 'kubeconfigs')));
  const kept = rows.map(({ uuid, scope, ...row }) => [uuid, { ...row, ...scope }] as const);
  keepLasting(identity, 'kubeconfigs', rows.length === 0 ? null : Object.fromEntries(kept));
}

/** Keeps that a kubeconfig was downloaded. */
export const keepDownloaded = (identity: string, row: Downloaded): void =>
  change(identity, (before) => [...before.filter(({ uuid }) => uuid !== row.uuid), row]);

/** Forgets the kubeconfig of a cluster. */
export const forgetDownloaded = (identity: string, cluster: string): void =>
  change(identity, (before) => before.filter(({ uuid }) => uuid !== cluster));

/**
 * Whether a kubeconfig belongs to a page.
 * @param place null is every place; an organization has its own clusters, and `whole` also those of its projects
 */
export function belongs({ scope }: Downloaded, place: GroupScope | null, whole: boolean): boolean {
  if (place === null) return true;
  if (place.project !== undefined) return scope.project === place.project;
  return scope.org === place.org && (whole || scope.project === undefined);
}

/** Where a certificate stands, and its whole days left. @param now milliseconds since 1970 */
export function standing(
  ends: string,
  now: number,
): { state: 'valid' | 'soon' | 'ended'; days: number } {
  const left = Date.parse(ends) - now;
  const days = Math.max(0, Math.floor(left / day));
  if (left <= 0) return { state: 'ended', days };
  return { state: left <= soonDays * day ? 'soon' : 'valid', days };
}
