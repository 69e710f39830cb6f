import { CreditCard, HandCoins, Landmark, QrCode, Store, Wallet } from 'lucide-react';
import type { MethodKind } from '@/lib/payments/payment';

const drawings = {
  va: Landmark,
  qris: QrCode,
  ewallet: Wallet,
  retail: Store,
  card: CreditCard,
  other: HandCoins,
} as const satisfies Record<MethodKind, unknown>;

/** A drawing of our own for a kind of method, since the logos of banks and wallets are trademarks. */
export function MethodMark({ kind }: { kind: MethodKind }) {
  const Drawing = drawings[kind];
  return (
    <span className="border-line bg-sunken text-muted inline-flex size-6 shrink-0 items-center justify-center rounded border align-middle">
      <Drawing aria-hidden className="size-4" />
    </span>
  );
}
