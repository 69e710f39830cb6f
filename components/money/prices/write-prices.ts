import { readPrefill, prefillQuery, type Prefill } from '@/components/vps/instances/wizard/prefill';

export type PricesChange = Partial<Prefill> & {
  /** Search text of the operating systems. */
  q?: string;
};

/** A query string with a part of what the page of prices counts with changed, all else kept, defaults left out. */
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
