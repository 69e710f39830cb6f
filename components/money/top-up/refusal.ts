/** Reads what a refused payment is about, since the provider often names no field. */
import type { Problem } from '@/lib/problem';

/** The field to correct; null if the problem doesn't say, or already names its fields. */
export type Blamed = 'amount' | 'method' | null;

/** Finds it by the problem's code and the provider's own sentence, in English or Indonesian. */
export function blamedIn({ code, backendMessage, fields, outcome }: Problem): Blamed {
  if (outcome === 'unknown' || Object.keys(fields ?? {}).length > 0) return null;
  if (!['bad_input', 'not_found', 'conflict'].includes(code)) return null;
  const said = backendMessage ?? '';
  if (/\b(min|max)(imum|imal)?\b|amount|limit|nominal|jumlah|terlalu (kecil|besar)/i.test(said))
    return 'amount';
  return /method|channel|metode|kanal/i.test(said) ? 'method' : null;
}
