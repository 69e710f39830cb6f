'use client';
import { useRef, type FormEvent, type ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import { DraftNote } from '@/components/parts/forms/draft-note';
import { FormProblem } from '@/components/parts/forms/form-problem';
import { LeaveGuard } from '@/components/parts/forms/leave-guard';
import { goOn } from '@/components/parts/forms/go-on';
import type { BackendForm } from '@/components/parts/forms/use-backend-form';
import { Button } from '@/components/ui/button';
import { OfflineNote } from '@/components/ui/offline-note';
import { RequiredLegend } from '@/components/ui/required-legend';
import { useHeightVar } from '@/components/ui/use-height-var';
import { pricePerHour, pricePerMonth } from '@/lib/format';
import { LiveFields } from '../live-fields';

/** What the layout needs of a form. */
type Shell<Values extends FieldValues> = Pick<
  BackendForm<Values>,
  'form' | 'onSubmit' | 'pending' | 'problem' | 'loose' | 'draft' | 'dirty'
>;

interface OrderLayoutProps<Values extends FieldValues> {
  shell: Shell<Values>;
  /** The order was accepted and its page is on the way: nothing is sent any more. */
  ordered?: boolean;
  /** The sections with the fields. */
  children: ReactNode;
  /** What it costs, beside the sections; above the button on narrow screens. */
  summary: ReactNode;
  /** Rupiah, shown beside the button on narrow screens, where the summary is far away; null if it isn't known. */
  perMonth?: number | null;
  perHour?: number | null;
  /** Stands below the summary: what to know before money is spent. */
  notice?: ReactNode;
  /** The verb on the button, and what is said while it is sent. */
  submit: string;
  submitting: string;
}

/**
 * The form of an order: its sections, what it costs, and the button, which stays in sight on narrow screens. Enter goes on
 * from field to field; the button alone orders. Needs the messages `order`.
 */
export function OrderLayout<Values extends FieldValues>(props: OrderLayoutProps<Values>) {
  const { shell, ordered = false, children, summary, notice } = props;
  const busy = shell.pending || ordered;
  const onSubmit = (event: FormEvent) => {
    if (!ordered) return shell.onSubmit(event);
    event.preventDefault();
  };
  return (
    <form
      noValidate
      method="post" // so that the values never reach the URL, even without JavaScript
      onSubmit={onSubmit}
      onKeyDown={goOn(shell.form)}
      className="flex flex-col gap-4 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start"
    >
      <LiveFields>
        <LeaveGuard active={shell.dirty && !ordered} />
        <div className="flex min-w-0 flex-col gap-4">
          <DraftNote draft={shell.draft} />
          <RequiredLegend />
          {children}
        </div>
        <div className="flex min-w-0 flex-col gap-3 max-lg:contents lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto">
          {summary}
          {notice}
          <FormProblem problem={shell.problem} loose={shell.loose} />
          <Foot {...props} busy={busy} />
        </div>
      </LiveFields>
    </form>
  );
}

/** The price and the button. On narrow screens it sticks to the lower edge of the window. */
function Foot<Values extends FieldValues>({
  perMonth,
  perHour,
  submit,
  submitting,
  busy,
}: OrderLayoutProps<Values> & { busy: boolean }) {
  const foot = useRef<HTMLDivElement>(null);
  useHeightVar(foot, '--order-foot');
  const t = useTranslations('order');
  const locale = useLocale();
  return (
    <div
      ref={foot}
      className="max-lg:border-line max-lg:bg-surface flex flex-col gap-2 max-lg:sticky max-lg:bottom-[var(--dock,0px)] max-lg:z-10 max-lg:-mx-4 max-lg:border-t max-lg:px-4 max-lg:py-2.5 md:max-lg:-mx-6 md:max-lg:px-6"
    >
      <OfflineNote />
      <div className="flex items-center justify-between gap-3">
        {perMonth === undefined ? null : (
          <p aria-label={t('priceNow')} role="group" className="tabular min-w-0 lg:hidden">
            <span className="block font-semibold">{pricePerMonth(perMonth, locale)}</span>
            <span className="text-muted block text-xs">{pricePerHour(perHour, locale)}</span>
          </p>
        )}
        <Button
          type="submit"
          variant="primary"
          loading={busy}
          className="min-h-9 max-lg:ml-auto max-lg:min-h-10 lg:w-full"
        >
          {submit}
        </Button>
      </div>
      <p role="status" className="sr-only">
        {busy ? submitting : ''}
      </p>
    </div>
  );
}
