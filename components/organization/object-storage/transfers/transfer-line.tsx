'use client';
import {
  CircleCheck,
  CircleDashed,
  CirclePause,
  Clock,
  FolderOpen,
  OctagonAlert,
  Pause,
  Play,
  RotateCw,
  X,
} from 'lucide-react';
import { useState, type Ref } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { IconButton } from '@/components/ui/icon-button';
import { PageLink } from '@/components/ui/page-link';
import { ProgressBar } from '@/components/ui/progress-bar';
import { Spinner } from '@/components/ui/spinner';
import { toast } from '@/components/ui/toast';
import { bytes, duration } from '@/lib/format';
import { paths } from '@/lib/paths';
import { exactName } from '../exact-name';
import { ObjectName } from '../object-name';
import type { Transfers } from './engine';
import { choose, wholeOf } from './gather';
import { openFiles, supplyOne } from './open-files';
import type { Difference } from './match';
import { folderOfKey } from './upload-key';
import type { UploadState, UploadView } from './upload';
import { useWhy } from './use-why';

const marks: Record<UploadState, React.ReactNode> = {
  waiting: <Clock aria-hidden className="text-faint size-4" />,
  uploading: <Spinner className="text-busy" />,
  retrying: <Spinner className="text-warn" />,
  paused: <CirclePause aria-hidden className="text-faint size-4" />,
  'needs-file': <OctagonAlert aria-hidden className="text-warn size-4" />,
  stopped: <OctagonAlert aria-hidden className="text-danger size-4" />,
  done: <CircleCheck aria-hidden className="text-run-mark size-4" />,
  cancelled: <CircleDashed aria-hidden className="text-faint size-4" />,
  skipped: <CircleDashed aria-hidden className="text-faint size-4" />,
};

/** One upload: its name, how far it is, and what can be done with it. */
export function TransferLine({
  view,
  transfers,
  index,
  of,
  top,
  ref,
}: {
  view: UploadView;
  transfers: Transfers;
  /** Its place in the list, from 0, and how many there are. */
  index: number;
  of: number;
  /** Pixels from the top of the list. */
  top: number;
  ref: Ref<HTMLLIElement>;
}) {
  const t = useTranslations('transfers');
  const locale = useLocale();
  const why = useWhy(view.why);
  const { state, size, sent, target } = view;
  const name = view.folder ? target.key : target.key.slice(folderOfKey(target.key).length);
  const going = state === 'uploading' || state === 'retrying';
  const partly = going || ((state === 'paused' || state === 'needs-file') && sent > 0);
  return (
    <li
      ref={ref}
      data-index={index}
      aria-posinset={index + 1}
      aria-setsize={of}
      style={{ transform: `translateY(${top}px)` }}
      className="border-line absolute top-0 left-0 flex w-full gap-3 border-b px-4 py-2"
    >
      <span className="mt-0.5 shrink-0">{marks[state]}</span>
      <div className="min-w-0 grow">
        <p className="line-clamp-3">
          <ObjectName text={name} />
        </p>
        <p className="text-muted tabular text-sm break-words">
          {t(`states.${state}`)}
          {view.folder
            ? null
            : partly
              ? ` · ${t('bytes', { sent: bytes(sent, locale), size: bytes(size, locale) })}`
              : ` · ${bytes(size, locale)}`}
          {view.speed !== null ? ` · ${bytes(view.speed, locale)}/s` : null}
          {view.left !== null ? ` · ${t('left', { time: duration(view.left, locale) })}` : null}
        </p>
        <p className="text-faint text-sm">
          <bdi className="break-all">
            {target.bucket}/{exactName(folderOfKey(target.key))}
          </bdi>
        </p>
        {view.anew ? <p className="text-warn text-sm">{t('anew')}</p> : null}
        {why ? (
          <p className={state === 'stopped' ? 'text-danger text-sm' : 'text-warn text-sm'}>{why}</p>
        ) : null}
        {partly ? (
          <ProgressBar
            label={t('progress', { name: exactName(name) })}
            value={size > 0 ? (100 * sent) / size : 0}
            className="mt-1.5"
          />
        ) : null}
        <Ways view={view} transfers={transfers} />
      </div>
      <Small view={view} transfers={transfers} name={exactName(name)} />
    </li>
  );
}

/** What the person has to decide. */
function Ways({ view, transfers }: { view: UploadView; transfers: Transfers }) {
  const t = useTranslations('transfers');
  const { id, state, why } = view;
  const [differs, setDiffers] = useState<readonly Difference[]>([]);
  if (state === 'stopped' && why?.what === 'exists')
    return (
      <div className="mt-1.5 flex flex-wrap gap-2">
        {(['replace', 'skip', 'both'] as const).map((how) => (
          <Button key={how} size="sm" onClick={() => transfers.decide(how, [id])}>
            {t(`existing.${how}`)}
          </Button>
        ))}
      </div>
    );
  if (state === 'stopped' && (why?.what === 'elsewhere' || why?.what === 'taken'))
    return (
      <div className="mt-1.5">
        <Button size="sm" onClick={() => transfers.takeOver(id)}>
          {t('takeOver')}
        </Button>
      </div>
    );
  if (state !== 'needs-file') return null;
  const pick = async () => {
    const slices = await choose(false);
    const [chosen] = slices ? await wholeOf(slices) : [];
    if (chosen) setDiffers(supplyOne(transfers, id, chosen) ?? []);
  };
  const open = async () => {
    const { missing } = await openFiles(transfers, [id]);
    if (missing > 0)
      toast({ title: t('missing.notOpened', { count: 1 }), text: t('missing.chooseThem') });
  };
  return (
    <div className="mt-1.5 flex flex-col items-start gap-1.5">
      {differs.length > 0 ? (
        <p role="alert" className="text-danger text-sm">
          {t('other')} {differs.map((what) => t(`differs.${what}`)).join(' ')}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {view.handle ? (
          <Button size="sm" icon={<Play aria-hidden />} onClick={() => void open()}>
            {t('resume')}
          </Button>
        ) : null}
        <Button size="sm" onClick={() => void pick()}>
          {t('choose')}
        </Button>
      </div>
    </div>
  );
}

/** The buttons at the end of a line. */
function Small({
  view,
  transfers,
  name,
}: {
  view: UploadView;
  transfers: Transfers;
  name: string;
}) {
  const t = useTranslations('transfers');
  const [asked, setAsked] = useState(false);
  const { id, state, why, target } = view;
  const busy = state === 'waiting' || state === 'uploading' || state === 'retrying';
  const open = busy || state === 'paused' || state === 'stopped' || state === 'needs-file';
  const refused = why?.what === 'long' || why?.what === 'broken';
  const again = (state === 'stopped' && why?.what === 'problem') || state === 'retrying';
  const cancel = () => (view.sent > 0 ? setAsked(true) : void transfers.cancel([id]));
  return (
    <div className="flex shrink-0 items-start">
      {busy ? (
        <IconButton
          size="sm"
          label={t('pauseOne', { name })}
          icon={<Pause aria-hidden />}
          onClick={() => transfers.pause([id])}
        />
      ) : null}
      {state === 'paused' ? (
        <IconButton
          size="sm"
          label={t('resumeOne', { name })}
          icon={<Play aria-hidden />}
          onClick={() => transfers.resume([id])}
        />
      ) : null}
      {again ? (
        <IconButton
          size="sm"
          label={t('retryOne', { name })}
          icon={<RotateCw aria-hidden />}
          onClick={() => transfers.resume([id])}
        />
      ) : null}
      {state === 'done' ? (
        <PageLink
          href={paths.bucket(target.scope, target.bucket, { prefix: folderOfKey(target.key) })}
          aria-label={t('openFolder', { name })}
          className="hover:bg-hover inline-flex size-7 items-center justify-center rounded [&_svg]:size-4"
        >
          <FolderOpen aria-hidden />
        </PageLink>
      ) : null}
      {open && !refused ? (
        <IconButton
          size="sm"
          label={t('cancelOne', { name })}
          icon={<X aria-hidden />}
          onClick={cancel}
        />
      ) : null}
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        title={t('cancelAsk.title')}
        confirmLabel={t('cancelAsk.confirm')}
        danger
        onConfirm={() => transfers.cancel([id])}
      >
        <p>{t('cancelAsk.text', { name })}</p>
      </ConfirmDialog>
    </div>
  );
}
