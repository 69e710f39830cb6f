/**
 * What this deployment has been seen not to offer: operations that answered 404, 405, 501 or with a redirect to
 * another host. One memory a process, for operators alone: it holds host names, which no customer is told.
 */
import type { Ref } from '@/lib/contract';
import { pathParams } from '@/lib/contract/operation';
import { perProcess } from '@/lib/log/per-process';
import type { Plan } from './plan';

export interface Lack {
  ref: Ref;
  /** Of the last such answer. */
  status: number;
  /** Where it redirected to. */
  host: string | null;
  /** Milliseconds since 1970. */
  seen: number;
  /** How often since it last worked. */
  times: number;
  /** A 404 of a path with parameters: perhaps the thing is missing, and not the path. */
  unsure: boolean;
}

const memory = () =>
  perProcess('offers', () => ({
    since: Date.now() - Math.round(process.uptime() * 1000),
    lacks: new Map<Ref, Lack>(),
    worked: new Set<Ref>(),
  }));

const telling: ReadonlySet<number> = new Set([404, 405, 501]);

/**
 * Notes what an answer tells of its operation. One that works takes back what was noted; a 404 of an operation that
 * has worked is about a thing that is gone.
 * @param host of a redirect to elsewhere; null for every other answer
 */
export function noteOffer(
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

/** What was learnt since this process began. */
export function lacking(): { since: number; lacks: Lack[] } {
  const { since, lacks } = memory();
  return { since, lacks: [...lacks.values()] };
}
