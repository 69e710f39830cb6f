/** Why a voucher was refused, by the backend's own words: the API has no codes for it. */
import type { Problem } from '@/lib/problem';

type Reason = 'unknown' | 'used' | 'taken' | 'over' | 'early' | 'minimum' | 'first' | 'suspended';

/** The first pattern that fits decides, so the narrow ones stand first. */
const patterns: readonly (readonly [RegExp, Reason])[] = [
  [/suspend/i, 'suspended'],
  [/first\s+top/i, 'first'],
  [/minimum|threshold|too\s+low|needs?\s+top/i, 'minimum'],
  [/by\s+another|oleh\s+(organisasi|akun)\s+lain/i, 'taken'],
  [/already|used|redeemed|sudah/i, 'used'],
  [/expired|past|ended|kedaluwarsa|berakhir/i, 'over'],
  [/not\s+(yet|active|started|valid\s+yet)|belum/i, 'early'],
  [/not\s+found|unknown|invalid|tidak\s+(ada|ditemukan)/i, 'unknown'],
];

/**
 * The reason of a refusal. `other`: the backend's own words are all there is. Null where the voucher isn't the reason, such as
 * a lost answer.
 */
export function voucherReason({ code, backendMessage, outcome }: Problem): Reason | 'other' | null {
  const about = ['bad_input', 'not_found', 'conflict', 'no_access', 'payment_needed'];
  if (outcome === 'unknown' || !about.includes(code)) return null;
  const said = backendMessage ?? '';
  const found = patterns.find(([pattern]) => pattern.test(said))?.[1];
  if (found) return found;
  return said === '' ? (code === 'not_found' ? 'unknown' : null) : 'other';
}
