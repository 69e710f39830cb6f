/** The methods of DewaVPS (D86), which come in groups. Browser-safe. */
import type { Result } from '@/lib/contract/types';
import type { MethodKind } from './payment';

/** The backend's groups of methods, as our kinds. */
const groups = {
  bank: 'va',
  qris: 'qris',
  ewallet: 'ewallet',
  ritel: 'retail',
  card: 'card',
} as const satisfies Record<keyof Result<'D86'>, MethodKind>;

/** A method of D86 with its kind. `fee` and `vat` are rupiah for the amount that was asked for. */
export type AccountMethod = Result<'D86'>['bank'][number] & { kind: MethodKind };

/** The methods of an answer, in the order in which pages show them. */
export const accountMethods = (answer: Result<'D86'>): AccountMethod[] =>
  Object.entries(groups).flatMap(([group, kind]) =>
    answer[group as keyof typeof groups].map((method) => ({ ...method, kind })),
  );
