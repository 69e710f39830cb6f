'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { buttonClass } from '@/components/ui/button-class';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/text-area';
import { lineCount, pasteable, runsByItself, safeAddress } from './text';

/** Shows where a link of the output leads before it is opened. Only http and https can be opened. */
export function LinkDialog({ address, onClose }: { address: string; onClose: () => void }) {
  const t = useTranslations('serial');
  const ui = useTranslations('ui');
  const href = safeAddress(address);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(href ? 'link.title' : 'link.refusedTitle')}
      footer={
        <>
          <Button onClick={onClose}>{ui(href ? 'cancel' : 'close')}</Button>
          {href ? (
            <a
              href={href}
              target="_blank"
              rel="noopener noreferrer"
              className={buttonClass('primary', 'md')}
              onClick={onClose}
            >
              {t('link.open')}
            </a>
          ) : null}
        </>
      }
    >
      <p>{t(href ? 'link.text' : 'link.refusedText')}</p>
      <p className="mt-3 flex items-start gap-2">
        <code className="bg-sunken border-line max-h-40 min-w-0 grow overflow-y-auto rounded border p-2 break-all">
          {href ?? address}
        </code>
        <CopyButton text={href ?? address} label={t('link.copy')} />
      </p>
    </Dialog>
  );
}

interface PasteDialogProps {
  /** The text as it was pasted; empty when the person wants to write or paste it here. */
  text: string;
  onPaste: (text: string) => void;
  onClose: () => void;
}

/** Shows a text before it is pasted, because each of its line breaks runs what stands before it. */
export function PasteDialog({ text: given, onPaste, onClose }: PasteDialogProps) {
  const t = useTranslations('serial');
  const ui = useTranslations('ui');
  const [text, setText] = useState(() => pasteable(given));
  const several = runsByItself(text);
  const cut = pasteable(given).length < given.length;
  return (
    <Dialog
      open
      size="md"
      onClose={onClose}
      title={given === '' ? t('paste.open') : t('paste.title', { count: lineCount(given) })}
      footer={
        <>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button
            variant="primary"
            disabledReason={text === '' ? t('paste.empty') : null}
            onClick={() => onPaste(text)}
          >
            {t('paste.confirm')}
          </Button>
        </>
      }
    >
      <TextArea
        mono
        rows={8}
        label={t('paste.label')}
        hint={several ? t('paste.warning', { count: lineCount(text) }) : t('paste.hint')}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      {cut ? <p className="text-muted mt-2 text-sm">{t('paste.cut')}</p> : null}
    </Dialog>
  );
}
