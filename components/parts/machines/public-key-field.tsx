'use client';
import { FileUp } from 'lucide-react';
import { useMemo, useRef, useState, type ClipboardEvent, type DragEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useFieldWords } from '@/components/parts/forms/use-field-words';
import type { FieldProps } from '@/components/parts/forms/use-problem-form';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { TextArea } from '@/components/ui/text-area';
import { holdsPrivateKey, keyName, readPublicKey } from '@/lib/ssh/public-key';
import { useFingerprints } from './use-fingerprints';

/** The most bytes that are read of a file. Longer files aren't public keys. */
const maxBytes = 64_000;

/** Handlers of all ways that a text gets into the field. They refuse a private key before it is in the field. */
function useKeyInput(text: string, onTake: (text: string) => void) {
  const [refused, setRefused] = useState(false);
  /** Refuses a private key. @returns whether the text may be in the field */
  const admit = (given: string) => {
    const secret = holdsPrivateKey(given);
    setRefused(secret);
    return !secret;
  };
  const take = (given: string) => onTake(admit(given) ? given : '');
  const takeFile = async (chosen: File | undefined) => {
    if (chosen) take(chosen.size > maxBytes ? '' : await chosen.text());
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!admit(pasted) || text.trim() === '') {
      event.preventDefault();
      take(pasted);
    }
  };
  const drop = (event: DragEvent) => {
    const [dropped] = event.dataTransfer.files;
    if (dropped) void takeFile(dropped);
    else take(event.dataTransfer.getData('text/plain'));
  };
  /** @returns whether the form may get what was typed */
  const type = (typed: string) => {
    if (admit(typed)) return true;
    onTake('');
    return false;
  };
  return { refused, takeFile, paste, drop, type };
}

interface PublicKeyFieldProps extends FieldProps {
  /** The current text of the field. */
  text: string;
  /** Puts another text into the field. */
  onTake: (text: string) => void;
}

/**
 * Takes a public key, typed, pasted, dropped or chosen as a file, and shows what it is. A private key is refused before
 * it gets into the field.
 */
export function PublicKeyField({ text, onTake, error, ...field }: PublicKeyFieldProps) {
  const t = useTranslations('ssh-keys.key');
  const words = useFieldWords();
  const [over, setOver] = useState(false);
  const { refused, takeFile, paste, drop, type } = useKeyInput(text, onTake);
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        drop(event);
      }}
      className={cx('flex flex-col gap-1.5 rounded', over && 'outline-focus outline-2')}
    >
      <TextArea
        {...field}
        label={t('label')}
        hint={t('hint')}
        error={refused ? words('ssh_key_private') : error}
        onPaste={paste}
        onChange={(event) => {
          if (type(event.target.value)) void field.onChange(event);
        }}
        rows={5}
        mono
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Known text={text} />
      <FileButton onChoose={takeFile} />
    </div>
  );
}

function FileButton({ onChoose }: { onChoose: (file: File | undefined) => Promise<void> }) {
  const t = useTranslations('ssh-keys.key');
  const file = useRef<HTMLInputElement>(null);
  return (
    <span>
      <input
        ref={file}
        type="file"
        accept=".pub,text/plain"
        hidden
        onChange={(event) => {
          void onChoose(event.target.files?.[0]);
          event.target.value = ''; // the same file may be chosen again
        }}
      />
      <Button size="sm" icon={<FileUp aria-hidden />} onClick={() => file.current?.click()}>
        {t('file')}
      </Button>
    </span>
  );
}

/** Shows the type, fingerprint and comment of a valid key. */
function Known({ text }: { text: string }) {
  const t = useTranslations('ssh-keys');
  const key = useMemo(() => readPublicKey(text).key ?? null, [text]);
  const prints = useFingerprints(useMemo(() => [{ read: key }], [key]));
  return (
    <div role="status">
      {key ? (
        <dl className="bg-sunken grid grid-cols-[auto_1fr] gap-x-3 rounded px-3 py-2">
          <dt className="text-muted">{t('type')}</dt>
          <dd>{keyName(key)}</dd>
          <dt className="text-muted">{t('fingerprint')}</dt>
          <dd className="font-mono text-sm break-all">{prints.get(key) || '–'}</dd>
          <dt className="text-muted">{t('comment')}</dt>
          <dd className="break-all">{key.comment || '–'}</dd>
        </dl>
      ) : null}
    </div>
  );
}
