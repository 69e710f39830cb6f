/** The text for whoever pays. It names nothing of the console: only amount, number, end and the company's own page. */
import type { useTranslations } from 'use-intl';
import { exact, jakartaOffset, rupiah } from '@/lib/format';
import type { Locale } from '@/lib/intl/locales';
import { totalOf, type Payment } from '@/lib/payments/payment';

/** @param t of the messages `top-up` @param name whose balance it is @param words the amount in words, if there are any */
export function shareText(
  t: ReturnType<typeof useTranslations<'top-up'>>,
  payment: Payment,
  { name, words, locale }: { name: string; words: string | null; locale: Locale },
): string {
  const say = 'payment.sheet.message' as const;
  const amount = rupiah(totalOf(payment) ?? payment.amount);
  const { number, methodName, kind, url, expires, id: reference } = payment;
  const method = methodName ?? t(`kinds.${kind ?? 'other'}`);
  return [
    words === null
      ? t(`${say}.amountPlain`, { amount, name })
      : t(`${say}.amount`, { amount, words, name }),
    number && t(kind === 'retail' ? `${say}.code` : `${say}.number`, { method, number }),
    url && t(`${say}.page`, { url }),
    expires && t(`${say}.end`, { end: exact(expires, locale, jakartaOffset, 'minute') }),
    t(`${say}.reference`, { reference }),
  ]
    .filter(Boolean)
    .join('\n');
}
