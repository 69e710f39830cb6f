'use client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { FolderSearch, Pause, Play, Upload as UploadIcon, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type MouseEvent } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { toast } from '@/components/ui/toast';
import { useOnNavigation } from '@/components/ui/use-on-navigation';
import { bytes, duration, number } from '@/lib/format';
import type { Transfers } from './engine';
import { choose, wholeOf } from './gather';
import { openFiles } from './open-files';
import type { Totals } from './totals';
import { TransferLine } from './transfer-line';
import { useTransfers } from './use-transfers';

/** All uploads of this page, as a sheet from the right. */
export function TransfersPanel({ onClose }: { onClose: () => void }) {
  const t = useTranslations('transfers');
  const { transfers, snapshot } = useTransfers();
  const { ids, totals } = snapshot;
  const sheet = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const title = useId();
  useEffect(() => {
    sheet.current?.showModal();
    heading.current?.focus();
  }, []);
  useOnNavigation(onClose);
  const close = () => sheet.current?.close();
  const beside = (event: MouseEvent) => {
    if (event.target === sheet.current) close();
  };
  return (
    <dialog
      ref={sheet}
      aria-labelledby={title}
      onMouseDown={beside}
      onClose={(event) => {
        if (event.target === sheet.current) onClose(); // not a question inside it
      }}
      className="border-line bg-surface text-ink mt-0 mr-0 mb-0 ml-auto h-dvh max-h-none w-full max-w-full sm:w-[30rem] sm:border-l"
    >
      <div className="flex h-full flex-col">
        <div className="border-line flex h-12 shrink-0 items-center gap-2 border-b pr-2 pl-4">
          <h2 ref={heading} id={title} tabIndex={-1} className="grow text-lg outline-none">
            {t('title')}
          </h2>
          <IconButton label={t('close')} icon={<X aria-hidden />} onClick={close} />
        </div>
        {ids.length === 0 ? (
          <EmptyState icon={<UploadIcon aria-hidden />} title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <>
            <Whole transfers={transfers} totals={totals} />
            <Lines ids={ids} transfers={transfers} />
          </>
        )}
        <p className="border-line text-faint shrink-0 border-t px-4 py-2 text-xs">{t('note')}</p>
      </div>
    </dialog>
  );
}

/** The sums, and what is done with all uploads at once. */
function Whole({ transfers, totals }: { transfers: Transfers; totals: Totals }) {
  const t = useTranslations('transfers');
  const locale = useLocale();
  const [asked, setAsked] = useState(false);
  const { files, done, busy, paused, stopped, needFile, existing, dropped, size, sent } = totals;
  const open = busy + paused + stopped + needFile;
  const again = paused + stopped - existing;
  return (
    <div className="border-line flex shrink-0 flex-col gap-2 border-b px-4 py-3">
      <p className="tabular text-sm">
        {t('files', { done: number(done, locale), files: number(files, locale) })}
        {' · '}
        {t('bytes', { sent: bytes(sent, locale), size: bytes(size, locale) })}
        {totals.speed !== null ? ` · ${bytes(totals.speed, locale)}/s` : null}
        {totals.left !== null && busy > 0
          ? ` · ${t('left', { time: duration(totals.left, locale) })}`
          : null}
      </p>
      <ProgressBar label={t('whole')} value={size > 0 ? (100 * sent) / size : 100} />
      {totals.away ? (
        <p role="status" className="text-warn text-sm">
          {t(`why.${totals.away}`)}
        </p>
      ) : null}
      {existing > 0 ? <Existing transfers={transfers} count={existing} /> : null}
      {needFile > 0 ? <Missing transfers={transfers} count={needFile} /> : null}
      <div className="flex flex-wrap gap-2">
        {busy > 0 ? (
          <Button size="sm" icon={<Pause aria-hidden />} onClick={() => transfers.pause()}>
            {t('pauseAll')}
          </Button>
        ) : null}
        {again > 0 ? (
          <Button size="sm" icon={<Play aria-hidden />} onClick={() => transfers.resume()}>
            {t('resumeAll')}
          </Button>
        ) : null}
        {open > 0 ? (
          <Button size="sm" variant="quiet" onClick={() => setAsked(true)}>
            {t('cancelAll')}
          </Button>
        ) : null}
        {done + dropped > 0 ? (
          <Button size="sm" variant="quiet" onClick={() => transfers.clear()}>
            {t('clear')}
          </Button>
        ) : null}
      </div>
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t('cancelAllAsk.title')}
        confirmLabel={t('cancelAllAsk.confirm', { count: open })}
        danger
        onConfirm={() => transfers.cancel()}
      >
        <p>{t('cancelAllAsk.text')}</p>
      </ConfirmDialog>
    </div>
  );
}

/** Asks once about all names that turned out to exist. */
function Existing({ transfers, count }: { transfers: Transfers; count: number }) {
  const t = useTranslations('transfers.existing');
  return (
    <Callout
      tone="warn"
      title={t('found', { count })}
      actions={(['replace', 'skip', 'both'] as const).map((how) => (
        <Button key={how} size="sm" onClick={() => transfers.decide(how)}>
          {t(how)}
        </Button>
      ))}
    >
      <p>{t('text')}</p>
    </Callout>
  );
}

/** Asks for the files of uploads that an earlier page began. */
function Missing({ transfers, count }: { transfers: Transfers; count: number }) {
  const t = useTranslations('transfers.missing');
  const { snapshot } = useTransfers();
  const waiting = () => snapshot.ids.filter((id) => transfers.view(id)?.state === 'needs-file');
  const known = snapshot.ids.some((id) => {
    const view = transfers.view(id);
    return view?.state === 'needs-file' && view.handle;
  });
  const chooseAgain = async (folder: boolean) => {
    const slices = await choose(folder);
    if (!slices) return;
    const got = transfers.supply(await wholeOf(slices)).length;
    if (got === 0) toast({ tone: 'danger', title: t('none'), text: t('noneText') });
    else if (got < count) toast({ title: t('some', { count: got }), text: t('noneText') });
  };
  const open = async () => {
    const { missing } = await openFiles(transfers, waiting());
    if (missing > 0) toast({ title: t('notOpened', { count: missing }), text: t('chooseThem') });
  };
  return (
    <Callout
      tone="info"
      title={t('title', { count })}
      actions={
        <>
          {known ? (
            <Button size="sm" icon={<Play aria-hidden />} onClick={() => void open()}>
              {t('open')}
            </Button>
          ) : null}
          <Button size="sm" onClick={() => void chooseAgain(false)}>
            {t('files')}
          </Button>
          <Button
            size="sm"
            icon={<FolderSearch aria-hidden />}
            onClick={() => void chooseAgain(true)}
          >
            {t('folder')}
          </Button>
        </>
      }
    >
      <p>{t('text')}</p>
    </Callout>
  );
}

/** The lines that are in sight. */
function Lines({ ids, transfers }: { ids: readonly string[]; transfers: Transfers }) {
  const t = useTranslations('transfers');
  const frame = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing that it returns is memoized
  const virtual = useVirtualizer({
    count: ids.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 64,
    overscan: 4,
    useFlushSync: false,
    getItemKey: (index) => ids[index] ?? index,
  });
  return (
    <div
      ref={frame}
      tabIndex={0}
      role="group"
      aria-label={t('list')}
      className="min-h-0 grow overflow-y-auto -outline-offset-2"
    >
      <ul className="relative" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const view = transfers.view(ids[index] ?? '');
          return view ? (
            <TransferLine
              key={key}
              ref={virtual.measureElement}
              index={index}
              top={start}
              of={ids.length}
              view={view}
              transfers={transfers}
            />
          ) : null;
        })}
      </ul>
    </div>
  );
}
