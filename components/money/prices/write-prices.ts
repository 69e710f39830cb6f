import { readPrefill, prefillQuery, type Prefill } from '@/components/vps/instances/wizard/prefill';

/** The choices that change. */
export type PricesChange = Partial<Prefill> & {
  /** Search text of the operating systems. */
  q?: string;
};

/** Makes the query string after some choices changed. It keeps the others and leaves out defaults. */
export function writePrices(search: string, { q, ...prefill }: PricesChange): string {
  const next = new URLSearchParams(search);
  const all = {
    ...prefillQuery({ ...readPrefill(next), ...prefill }),
    ...(q === undefined ? {} : { q }),
  };
  for (const [name, value] of Object.entries(all)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  const text = next.toString();
  return text === '' ? '' : `?${text}`;
}
