/**
 * The operations that this deployment seems to lack: they answered 404, 405, 501 or with a redirect to another host.
 * Kept in each process, for operators only: it holds host names, which customers must not see.
 */
import type { Ref } from '@/lib/contract';
import { pathParams } from '@/lib/contract/operation';
import { perProcess } from '@/lib/log/per-process';
import type { Plan } from './plan';

export interface MissingOperation {
  ref: Ref;
  /** Status of the last such answer. */
  status: number;
  /** Host of the redirect. */
  host: string | null;
  /** Milliseconds since 1970. */
  seen: number;
  /** Number of such answers since it last worked. */
  times: number;
  /** A 404 of a path with parameters: maybe only the thing is missing. */
  unsure: boolean;
}

const memory = () =>
  perProcess('offers', () => ({
    since: Date.now() - Math.round(process.uptime() * 1000),
    lacks: new Map<Ref, MissingOperation>(),
    worked: new Set<Ref>(),
  }));

const telling: ReadonlySet<number> = new Set([404, 405, 501]);

/**
 * Learns from an answer whether its operation exists. A success removes the entry. A 404 of an operation that has
 * worked means that a thing is gone.
 * @param host of a redirect to elsewhere; null for every other answer
 */
export function noteOperationAnswer(
  { ref, operation }: Pick<Plan, 'ref' | 'operation'>,
  status: number,
  host: string | null,
  now = Date.now(),
): void {
  const { lacks, worked } = memory();
  if (status >= 200 && status < 300) {
    lacks.delete(ref);
    worked.add(ref);
    return;
  }
  if (host === null && !telling.has(status)) return;
  const unsure = status === 404 && pathParams(operation.path).length > 0;
  if (unsure && worked.has(ref)) return;
  const times = (lacks.get(ref)?.times ?? 0) + 1;
  lacks.set(ref, { ref, status, host, seen: now, times, unsure });
}

/** The operations found missing since this process began. */
export function missingOperations(): { since: number; lacks: MissingOperation[] } {
  const { since, lacks } = memory();
  return { since, lacks: [...lacks.values()] };
}
