'use client';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { useProblemWords } from '@/components/ui/problem-words';
import { toast } from '@/components/ui/toast';
import type { AccountInvoice } from '@/lib/money/account-invoice';
import { ProblemError } from '@/lib/problem';
import { usePerson } from '@/lib/query';

/** Downloads the PDF of an invoice. Needs the messages `billing`. */
export function DownloadButton({ invoice }: { invoice: AccountInvoice }) {
  const t = useTranslations('billing.everywhere');
  const { identity } = usePerson();
  const language = useLocale();
  const words = useProblemWords();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const { saveInvoice } = await import('./fetch-document');
      await saveInvoice(invoice, { identity, language });
    } catch (error) {
      const text = error instanceof ProblemError ? words(error.problem).text : undefined;
      toast({ tone: 'danger', title: t('downloadFailed', { number: invoice.number }), text });
    } finally {
      setBusy(false);
    }
  };
  return (
    <IconButton
      size="sm"
      icon={<Download aria-hidden />}
      label={t('download', { number: invoice.number })}
      loading={busy}
      onClick={() => void save()}
    />
  );
}
