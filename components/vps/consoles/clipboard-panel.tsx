'use client';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { TextArea } from '@/components/ui/text-area';
import type { Screen } from './vnc';

interface ClipboardPanelProps {
  screen: Screen | null;
  /** The text that the guest last cut or copied. */
  copiedText: string | null;
  disabledReason: string | null;
}

/** Sends text to the guest's clipboard and shows what the guest copied. It works when the guest shares its clipboard. */
export function ClipboardPanel({ screen, copiedText, disabledReason }: ClipboardPanelProps) {
  const t = useTranslations('consoles');
  const heading = useId();
  const [text, setText] = useState('');
  const [sent, setSent] = useState(false);
  const outsideLatin1 = /[^\u0000-\u00ff]/.test(text);
  const send = () => {
    screen?.clipboard(text);
    setSent(true);
  };
  return (
    <>
      <p className="text-muted text-sm">{t('clipboard.note')}</p>
      <TextArea
        mono
        rows={4}
        label={t('clipboard.send')}
        hint={outsideLatin1 ? t('clipboard.latin') : undefined}
        value={text}
        maxLength={100_000}
        spellCheck={false}
        autoFocus
        onChange={(event) => {
          setText(event.target.value);
          setSent(false);
        }}
      />
      <Button
        className="self-start"
        disabledReason={disabledReason ?? (text === '' ? t('typing.empty') : null)}
        onClick={send}
      >
        {t('clipboard.sendButton')}
      </Button>
      <p role="status" className="text-sm">
        {sent ? t('clipboard.sent') : ''}
      </p>
      <section aria-labelledby={heading} className="flex flex-col gap-1">
        <h3 id={heading} className="flex items-center justify-between font-medium">
          {t('clipboard.received')}
          {copiedText ? <CopyButton text={copiedText} label={t('clipboard.copy')} /> : null}
        </h3>
        {copiedText ? (
          <pre className="border-line bg-sunken max-h-40 overflow-auto rounded border p-2 font-mono text-sm break-words whitespace-pre-wrap select-all">
            {copiedText}
          </pre>
        ) : (
          <p className="text-faint text-sm">{t('clipboard.nothing')}</p>
        )}
      </section>
    </>
  );
}
