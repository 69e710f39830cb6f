'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { useProblemForm, type ProblemForm } from '@/components/parts/forms/use-problem-form';
import { toast } from '@/components/ui/toast';
import { readAmount } from '@/lib/format/read-number';
import type { Locale } from '@/lib/intl/locales';
import { paths, type MoneyScope } from '@/lib/paths';
import type { Problem } from '@/lib/problem';
import { isAffected } from '@/lib/query/key';
import { usePerson } from '@/lib/query/person';
import { typedAmount } from './amount-field';
import { keepPayment, startPayment } from './calls';
import { blamedIn } from './refusal';

export type PayValues = { amount: string; method: string; phone: string };

export interface PayForm {
  form: ProblemForm<PayValues>;
  /** The problem of a payment of which nobody knows whether it was made, while its amount and method stand in the form. */
  unknown: Problem | null;
  /** Sends the same once more. @param attempt the attempt that the person has checked */
  again: (attempt?: string) => void;
}

/** As in the provider's own clients: digits, with a plus in front where it is one of another country. */
export const plainPhone = (text: string): string => text.replace(/[\s().-]+/g, '');

/** What a payment is told from others by. */
interface Asked {
  /** Rupiah; null where it can't be read. */
  amount: number | null;
  method: string;
}

const askedBy = ({ amount, method }: Pick<PayValues, keyof Asked>, locale: Locale): Asked => ({
  amount: typedAmount(amount, locale),
  method,
});

/** The form that asks for a payment, and then leads to it. @param first rupiah */
export function usePayForm(of: MoneyScope, first: number | null): PayForm {
  const t = useTranslations('top-up');
  const locale = useLocale();
  const router = useRouter();
  const client = useQueryClient();
  const person = usePerson();
  const { identity } = person;
  const [unknown, setUnknown] = useState<(Asked & { problem: Problem }) | null>(null);
  const checked = useRef<string | undefined>(undefined);
  const form = useProblemForm<PayValues>({
    defaults: { amount: first === null ? '' : String(first), method: '', phone: '' },
    submit: async ({ amount, method, phone }) => {
      const attempt = checked.current;
      checked.current = undefined;
      setUnknown(null);
      const { payment, resumed } = await startPayment(of, person, {
        amount: readAmount(amount, locale).value ?? 0,
        method,
        ...(phone === '' ? {} : { phone: plainPhone(phone) }),
        ...(attempt === undefined ? {} : { again: attempt }),
      });
      keepPayment(identity, of, payment.id);
      if (resumed) toast({ title: t('resumed') });
      router.push(paths.payment(of, payment.id));
    },
    blame: (problem) => {
      const field = blamedIn(problem);
      return field ? { [field]: [t(`refused.${field}`)] } : undefined;
    },
    onRefused: (problem, values) => {
      if (problem.outcome === 'unknown') setUnknown({ ...askedBy(values, locale), problem });
      // A method may have been withdrawn, or its limits have changed.
      const account = 'account' in of ? of.account : '';
      void client.invalidateQueries({
        predicate: ({ queryKey }) => isAffected(queryKey, identity, account, ['A49', 'D86']),
      });
    },
  });
  const send = form.onSubmit;
  // Of another amount or method it is certain that nothing was asked for.
  const [amount, method] = form.form.watch(['amount', 'method']);
  const shown = askedBy({ amount, method }, locale);
  const same = unknown?.amount === shown.amount && unknown.method === shown.method;
  return {
    form,
    unknown: same ? unknown.problem : null,
    again: (attempt) => {
      checked.current = attempt;
      const event = { preventDefault: () => {}, stopPropagation: () => {}, persist: () => {} };
      send(event as never);
    },
  };
}
