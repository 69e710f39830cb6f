'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import type { DialogProps } from '@/components/ui/dialog-props';
import { TextField } from '@/components/ui/text-field';
import { useAccount } from '@/lib/query/scope';
import { useBackendRead } from '@/lib/query/use-backend-query';
import { isReversed, periodOf } from './sources';
import { useExport } from './use-export';

/** Asks for the first and the last day of the deposits to export, D80. */
export function ExportDialog({ onClose }: DialogProps) {
  const t = useTranslations('vps-billing');
  const account = useAccount();
  const client = useQueryClient();
  const read = useBackendRead();
  const run = useExport();
  const [given, setGiven] = useState({ start: '', end: '' });
  const [pending, setPending] = useState(false);
  const period = periodOf(new URLSearchParams(given));
  const reason = isReversed(period) ? t('export.reversed') : null;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // React would pass it to a form around the dialog
    if (reason) return;
    setPending(true);
    const page = (number: number) =>
      client.fetchQuery(read('D79', { query: { limit: 100, page: number } }));
    const saved = await run((exports) => exports.exportDeposits(account, period, page, t));
    setPending(false);
    if (saved) onClose();
  };
  const field = (name: 'start' | 'end') => (
    <TextField
      type="date"
      label={t(`period.${name}`)}
      value={given[name]}
      onChange={({ target: { value } }) => setGiven({ ...given, [name]: value })}
    />
  );
  return (
    <Dialog open onClose={onClose} title={t('export.title')} locked={pending}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => void send(event)}
        className="flex flex-col gap-4"
      >
        <p className="text-muted">{t('export.text')}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          {field('start')}
          {field('end')}
        </div>
        <DialogButtons {...{ onClose, pending, reason }} confirm={t('export.confirm')} />
      </form>
    </Dialog>
  );
}
