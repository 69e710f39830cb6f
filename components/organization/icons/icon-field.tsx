'use client';
import { ImageUp, Undo2 } from 'lucide-react';
import { useId, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { FieldNotes } from '@/components/ui/field';
import { centered, iconText, openPicture, type FileFault, type View } from './crop';
import { Cropper } from './cropper';

interface IconFieldProps {
  /** What stands there now: the picture, or initials. */
  current: ReactNode;
  /** Called with a data URI; with an empty text when the choice is taken back. */
  onPick: (icon: string) => void;
  /** Why the icon was refused, in words. */
  error?: string;
  /** Whether there is an icon now, which the API can only replace. */
  replaces?: boolean;
}

/** Keeps the chosen picture and what of it is shown. @param onPick as of the field */
function usePicture(onPick: IconFieldProps['onPick']) {
  const [picture, setPicture] = useState<ImageBitmap | null>(null);
  const [view, setView] = useState<View>(centered);
  const [fault, setFault] = useState<FileFault | null>(null);
  const show = (next: View, of = picture) => {
    setView(next);
    if (of) onPick(iconText(of, next));
  };
  const take = async (file: Blob | null | undefined) => {
    if (!file) return;
    const opened = await openPicture(file);
    if ('fault' in opened) return setFault(opened.fault);
    setFault(null);
    setPicture(opened.picture);
    show(centered, opened.picture);
  };
  const undo = () => {
    setPicture(null);
    setFault(null);
    onPick('');
  };
  return { picture, view, fault, show, take, undo };
}

/**
 * Chooses an icon: a file by a button, by dropping or by pasting it, cut to a square. Needs the messages `icons`. What is
 * refused says why, and changes nothing else of the form.
 */
export function IconField({ current, onPick, error, replaces = false }: IconFieldProps) {
  const t = useTranslations('icons');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { picture, view, fault, show, take, undo } = usePicture(onPick);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  const [labelId, hintId, errorId] = [`${id}-label`, `${id}-hint`, `${id}-error`];
  const wrong = fault ? t(`faults.${fault}`) : error;
  return (
    <div
      role="group"
      aria-labelledby={labelId}
      aria-describedby={cx(hintId, wrong && errorId)}
      className={cx(
        'flex flex-col gap-2 rounded-md',
        over && 'outline-focus outline-2 outline-offset-4 outline-dashed',
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={(event) => void take([...event.clipboardData.files][0])}
    >
      <span id={labelId} className="font-medium">
        {t('label')} <span className="text-faint font-normal">({t('optional')})</span>
      </span>
      <div className="flex flex-wrap items-center gap-3">
        {picture ? null : current}
        <input
          ref={input}
          type="file"
          accept="image/png,image/jpeg,image/webp,image/gif"
          aria-label={t('file')}
          className="sr-only"
          tabIndex={-1}
          onChange={({ target }) => {
            void take(target.files?.[0]);
            target.value = ''; // so that the same file can be chosen again
          }}
        />
        <Button icon={<ImageUp aria-hidden />} onClick={() => input.current?.click()}>
          {t(picture || replaces ? 'chooseOther' : 'choose')}
        </Button>
        {picture ? (
          <Button variant="quiet" icon={<Undo2 aria-hidden />} onClick={undo}>
            {t(replaces ? 'undo' : 'clear')}
          </Button>
        ) : null}
      </div>
      {picture ? <Cropper picture={picture} view={view} onView={show} /> : null}
      <div role="status">
        <FieldNotes
          hint={replaces ? t('hintReplaces') : t('hint')}
          hintId={hintId}
          error={wrong}
          errorId={errorId}
        />
      </div>
    </div>
  );
}
