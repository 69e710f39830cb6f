'use client';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { toast } from '@/components/ui/toast';
import { bytes } from '@/lib/format';
import { problem } from '@/lib/problem';
import { useGroup } from '@/lib/query/scope';
import { transfersAsked } from '@/lib/query/transfers-asked';
import type { UnfinishedUpload, UploadedPart } from '@/lib/storage/shapes';
import { exactName } from '../exact-name';
import { choose, wholeOf } from './gather';
import { matching, type Difference } from './match';
import { openFiles, supplyOne } from './open-files';
import { panelOpen } from './page-transfers';
import { toldPartSize } from './part-plan';
import type { Chosen } from './upload';
import { uploadWire } from './upload-calls';
import { useTransfers } from './use-transfers';

interface Props {
  bucket: string;
  row: UnfinishedUpload;
  onClose: () => void;
}

/** What a chosen file is to an upload. */
type Fit = { chosen: Chosen; partSize: number } | { misfit: 'misfit' | 'misfitOld' } | null;

/** Goes on with an unfinished upload, with the file that it was begun with. */
export function ResumeDialog({ bucket, row, onClose }: Props) {
  const t = useTranslations('transfers.unfinished.resume');
  const words = useTranslations('transfers');
  const locale = useLocale();
  const scope = useGroup();
  const { transfers } = useTransfers();
  const [parts, setParts] = useState<readonly UploadedPart[] | null>(null);
  const [fit, setFit] = useState<Fit>(null);
  const [differs, setDiffers] = useState<readonly Difference[]>([]);
  const [sure, setSure] = useState(false);
  const known = transfers.byUploadId(row.upload_id);
  const name = exactName(row.key);
  const target = { scope, bucket, key: row.key };
  const ref = { bucket, key: row.key, upload_id: row.upload_id };
  const chosen = fit !== null && 'chosen' in fit ? fit.chosen : null;

  const pick = async () => {
    const slices = await choose(false);
    const [file] = slices ? await wholeOf(slices) : [];
    if (!file) return;
    setSure(false);
    if (known) {
      const { source } = transfers.get(known.id) ?? {};
      const other = source ? matching(source, file) : [];
      setDiffers(other);
      setFit(other.length === 0 ? { chosen: file, partSize: 0 } : null);
      return;
    }
    const all = parts ?? (await uploadWire.parts(target, ref, new AbortController().signal));
    setParts(all);
    const partSize = toldPartSize(all, file.size);
    const sizes = new Set(all.map(({ size }) => size));
    setFit(
      partSize === null
        ? { misfit: sizes.size > 2 ? 'misfitOld' : 'misfit' }
        : { chosen: file, partSize },
    );
  };

  const start = async () => {
    transfersAsked.set(true);
    if (known && known.state !== 'needs-file') transfers.resume([known.id]);
    else if (known && chosen) supplyOne(transfers, known.id, chosen);
    else if (known) {
      const { missing } = await openFiles(transfers, [known.id]);
      if (missing > 0) throw problem('no_file', 0, 'The file could not be opened.');
    } else if (fit !== null && 'chosen' in fit)
      transfers.adopt(target, fit.chosen, row.upload_id, fit.partSize);
    toast({
      title: t('done', { name }),
      action: { label: words('show'), onSelect: () => panelOpen.set(true) },
    });
  };

  const ready = known ? known.handle || known.state !== 'needs-file' || chosen : chosen;
  const reason = !ready ? t('first') : !known && !sure ? t('tick') : null;
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={t('title', { name })}
      confirmLabel={t('confirm')}
      disabledReason={reason}
      onConfirm={start}
    >
      {known ? (
        <p>{words('missing.text')}</p>
      ) : (
        <p>
          {t('text', {
            sent: bytes(row.size, locale),
            part: bytes(
              parts && parts.length > 0 ? Math.max(...parts.map(({ size }) => size)) : null,
              locale,
            ),
          })}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => void pick()}>{t('choose')}</Button>
        {chosen ? (
          <span className="text-muted text-sm break-all">
            {t('chosen', { name: exactName(chosen.path), size: bytes(chosen.size, locale) })}
          </span>
        ) : null}
      </div>
      {differs.length > 0 ? (
        <p role="alert" className="text-danger text-sm">
          {words('other')} {differs.map((what) => words(`differs.${what}`)).join(' ')}
        </p>
      ) : null}
      {fit !== null && 'misfit' in fit ? (
        <p role="alert" className="text-danger text-sm">
          {t(fit.misfit)}
        </p>
      ) : null}
      {!known && chosen ? (
        <>
          <Callout tone="warn">
            <p>{t('honest')}</p>
          </Callout>
          <Checkbox
            label={t('sure')}
            checked={sure}
            onChange={(event) => setSure(event.target.checked)}
          />
        </>
      ) : null}
    </ConfirmDialog>
  );
}
