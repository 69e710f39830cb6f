'use client';
import { useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { FormProblem } from '@/components/parts/forms/form-problem';
import type { RoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { TextField } from '@/components/ui/text-field';
import { rupiah } from '@/lib/format';
import type { MoneyScope } from '@/lib/paths';
import { AmountField, typedAmount } from './amount-field';
import { EnoughUntil } from './enough-until';
import type { Method } from './methods';
import { MethodField } from './method-field';
import { SumLines, totalOfSum } from './sum-lines';
import { UnknownNote } from './unknown-note';
import { plainPhone, usePayForm } from './use-pay-form';

/** Milliseconds after the last key until the methods for an amount are asked for. */
const pause = 500;

export interface CheckoutProps {
  of: MoneyScope;
  /** The amount that the page begins with, in rupiah. */
  first: number | null;
  /** Whether `first` is that of an invoice. */
  fromInvoice: boolean;
  /** The least amount in rupiah; null if it isn't known. */
  minimum: number | null;
  refusal: RoleRefusal | null;
  /** Gives the methods for an amount: null while none is typed. `exact`: fee and tax are of this amount. */
  children: (
    amount: number | null,
    show: (methods: readonly Method[], exact: boolean) => React.ReactNode,
  ) => React.ReactNode;
}

/** Asks for a top-up: amount, method, what it costs, and then the payment. */
export function Checkout({ of, first, fromInvoice, minimum, refusal, children }: CheckoutProps) {
  const t = useTranslations('top-up');
  const locale = useLocale();
  const { form, unknown, again } = usePayForm(of, first);
  const [settled, setSettled] = useState(first);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const amount = typedAmount(form.form.watch('amount'), locale);
  const chosen = form.form.watch('method');
  return (
    <form
      noValidate
      onSubmit={form.onSubmit}
      className="border-line bg-surface flex max-w-3xl flex-col gap-5 rounded-md border p-4"
    >
      {fromInvoice ? <p className="text-muted max-w-prose">{t('fromInvoice')}</p> : null}
      <AmountField
        {...{ form, minimum, first }}
        onAmount={(next, at) => {
          clearTimeout(timer.current);
          if (at === 'once') setSettled(next);
          else timer.current = setTimeout(() => setSettled(next), pause);
        }}
      />
      {amount !== null && amount > 0 ? <EnoughUntil {...{ of, amount }} /> : null}
      {children(settled, (methods, isCurrent) => {
        const method = methods.find(({ id }) => id === chosen);
        const exact = isCurrent && settled === amount;
        const sum = {
          amount,
          fee: exact ? (method?.fee ?? null) : null,
          tax: exact ? (method?.tax ?? null) : null,
        };
        return (
          <>
            <MethodField {...{ form, methods, amount }} />
            {method?.phone ? (
              <TextField
                label={t('phone')}
                hint={t('phoneHint')}
                type="tel"
                autoComplete="tel"
                className="max-w-sm"
                {...form.field('phone', {
                  required: true,
                  check: (text) =>
                    /^\+?\d{8,15}$/.test(plainPhone(text)) ? null : 'phone_invalid',
                })}
              />
            ) : null}
            {method ? (
              <section className="border-line max-w-lg border-t pt-4">
                <h2 className="mb-2 text-base">{t('sum.heading')}</h2>
                <div aria-live="polite">
                  <SumLines sum={sum} />
                </div>
                <p className="text-faint mt-2 text-sm">
                  {method.fee === null
                    ? t('sum.feeLater')
                    : method.tax === null
                      ? t('sum.taxLater')
                      : t('confirmHint')}
                </p>
              </section>
            ) : null}
            {unknown ? (
              <UnknownNote
                {...{ of, amount }}
                problem={unknown}
                pending={form.pending}
                onAgain={again}
              />
            ) : (
              <FormProblem problem={form.problem} loose={form.loose} />
            )}
            <div className="flex flex-col items-start gap-2">
              <Button type="submit" variant="primary" loading={form.pending} {...refusal}>
                {confirmWords(t, amount, totalOfSum(sum))}
              </Button>
              <p className="text-faint text-sm">{t('finishHint')}</p>
            </div>
          </>
        );
      })}
    </form>
  );
}

/** What the button says: the total, or the amount while its fee isn't known. */
function confirmWords(
  t: ReturnType<typeof useTranslations<'top-up'>>,
  amount: number | null,
  total: number | null,
): string {
  if (amount === null) return t('confirmPlain');
  if (total === null) return t('confirmAsk', { amount: rupiah(amount) });
  return t('confirm', { amount: rupiah(total) });
}

/** Stands where there are no methods yet, or none for this amount. */
export function NoMethods({ typed }: { typed: boolean }) {
  const t = useTranslations('top-up');
  return typed ? (
    <Callout tone="warn" title={t('noMethods')}>
      {t('noMethodsTodo')}
    </Callout>
  ) : (
    <p className="text-muted">{t('enterAmount')}</p>
  );
}
