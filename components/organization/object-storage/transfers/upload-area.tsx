'use client';
import { FolderUp, Upload as UploadIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { useListener } from '@/components/ui/use-listener';
import { storageChange } from '../actions';
import { s3Uri } from '../address';
import { exactName } from '../exact-name';
import type { Folder } from '../use-folder';
import { useLinkable, useLinkedKey } from '../use-key';
import { ExistingDialog } from './existing-dialog';
import { choose, dragsFiles, fromDrop } from './gather';
import { useAdding } from './use-adding';

/** Why nothing can be uploaded here; null if it can. */
function useRefusal(mayChange: boolean) {
  const t = useTranslations('object-storage');
  const words = useTranslations('transfers.area');
  const linkable = useLinkable();
  const linked = Boolean(useLinkedKey().data);
  const role = useRoleRefusal(mayChange, storageChange, t('noWrite'));
  if (role) return role;
  if (linked) return null;
  return { disabledReason: linkable ? words('needsKey') : t('trouble.notSet') };
}

/**
 * Uploads into the folder that is open: buttons, and the whole page as a place where files and folders are dropped. Needs the
 * messages `object-storage` and `transfers`.
 */
export function UploadArea({ folder, mayChange }: { folder: Folder; mayChange: boolean }) {
  const t = useTranslations('transfers.area');
  const refusal = useRefusal(mayChange);
  const { add, stage, question } = useAdding(folder.bucket);
  const into = folder.name;
  const pick = async (wholeFolder: boolean) => {
    const slices = await choose(wholeFolder);
    if (slices) await add(slices, into);
  };
  const over = useDrop((data) => {
    if (!refusal) void add(fromDrop(data), into);
  });
  return (
    <div className="mb-3 flex min-h-8 flex-wrap items-center gap-2">
      <Button
        icon={<UploadIcon aria-hidden />}
        {...refusal}
        loading={stage !== null}
        onClick={() => void pick(false)}
      >
        {t('upload')}
      </Button>
      <Button
        icon={<FolderUp aria-hidden />}
        {...refusal}
        loading={stage !== null}
        onClick={() => void pick(true)}
      >
        {t('uploadFolder')}
      </Button>
      <p role="status" className="text-muted text-sm">
        {stage === null
          ? null
          : stage === 'looking'
            ? t('looking')
            : t('reading', { count: stage })}
      </p>
      {stage === null && !refusal ? (
        <p className="text-faint text-sm max-sm:hidden">{t('hint')}</p>
      ) : null}
      {over ? (
        <div
          data-drop-target
          className={`pointer-events-none fixed inset-x-3 top-14 bottom-3 z-40 flex flex-col items-center justify-center gap-1 rounded-lg border-2 border-dashed p-6 text-center md:left-56 ${
            refusal
              ? 'border-line bg-surface/90 text-muted'
              : 'border-accent bg-surface/90 text-ink'
          }`}
        >
          <UploadIcon aria-hidden className="size-8" />
          <p className="text-lg">{refusal ? t('dropRefused') : t('drop')}</p>
          <p className="text-muted break-all">
            {refusal
              ? refusal.disabledReason
              : t('dropTo', { place: exactName(s3Uri(folder.bucket, into)) })}
          </p>
        </div>
      ) : null}
      {question ? <ExistingDialog {...question} /> : null}
    </div>
  );
}

/** Whether files are dragged over the page. What is dropped beside everything never opens in place of the page. */
function useDrop(drop: (data: DataTransfer) => void): boolean {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const open = () => document.querySelector('dialog[open]') !== null;
  useListener('dragenter', (event) => {
    if (!dragsFiles(event) || open()) return;
    event.preventDefault();
    depth.current += 1;
    setOver(true);
  });
  useListener('dragover', (event) => {
    if (!dragsFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = open() ? 'none' : 'copy';
  });
  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  useListener('dragleave', (event) => {
    if (!dragsFiles(event)) return;
    depth.current -= 1;
    if (depth.current <= 0) leave();
  });
  useListener('drop', (event) => {
    if (!dragsFiles(event)) return;
    event.preventDefault();
    leave();
    if (event.dataTransfer && !open()) drop(event.dataTransfer);
  });
  return over;
}
