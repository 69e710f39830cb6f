/** Writes an answer in a backend's success envelope, for the sandbox; `answer.ts` reads it. */
import type { Backend } from './operation';
import type { Answer } from './shape';

/** A list that a sandbox handler returns. */
interface WireList {
  rows: unknown[];
  page?: { total: number; page: number | string; per_page: number } | null;
  active_operation?: number;
}

/**
 * Builds the body of a success answer in a backend's envelope.
 * @param wire the handler's answer: an object, `{ rows, page? }`, or a sentence
 * @param message DewaVPS's top-level message; Awanio has none
 */
export function writeEnvelope(
  backend: Backend,
  answer: Exclude<Answer, 'file'>,
  wire: unknown,
  message?: string,
): Record<string, unknown> {
  if (backend === 'awanio') {
    if (answer !== 'list') return { data: wire ?? null, result: true };
    const list = wire as WireList;
    return {
      data: list.rows,
      result: true,
      ...(list.page ? { meta: { pagination: awanioPage(list.page) } } : {}),
    };
  }
  if (answer === 'sentence') return { message: message ?? wire ?? 'Success', data: null };
  if (answer === 'object') return { message: message ?? 'Success', data: wire ?? null };
  return { message: message ?? 'Success', data: dewavpsList(wire as WireList) };
}

type WirePage = NonNullable<WireList['page']>;

function lastPage({ total, per_page }: WirePage): number {
  return Math.max(1, Math.ceil(total / per_page));
}

function awanioPage(page: WirePage) {
  return { per_page: page.per_page, page: page.page, total: page.total, last_page: lastPage(page) };
}

function dewavpsList({ rows, page, active_operation }: WireList): unknown {
  if (!page && active_operation === undefined) return rows;
  const wirePage = page && {
    total: page.total,
    count: rows.length,
    per_page: page.per_page,
    current_page: page.page,
    total_pages: lastPage(page),
  };
  return {
    data: rows,
    ...(active_operation === undefined ? {} : { active_operation }),
    ...(wirePage ? { page: wirePage } : {}),
  };
}
