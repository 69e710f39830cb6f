'use client';
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import type { Result } from '@/lib/contract/types';
import { useAccount } from '@/lib/query/scope';
import { useExport } from './use-export';

/** Exports a report, D90: the provider's file, or ours of what the report says where it gives none. */
export function ReportExport({ report }: { report: Result<'D89'> }) {
  const t = useTranslations('vps-billing');
  const account = useAccount();
  const run = useExport();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    await run(async (exports) => exports.exportReport(account, report, exports.reportWords(t)));
    setBusy(false);
  };
  return (
    <Button icon={<FileDown aria-hidden />} loading={busy} onClick={() => void save()}>
      {t('export.report')}
    </Button>
  );
}
