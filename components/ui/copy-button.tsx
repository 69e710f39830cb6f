'use client';
import { Check, Copy } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { IconButton } from './icon-button';

/** Copies text and confirms it. `label` names what is copied; with `words` it is shown beside the icon. */
export function CopyButton({
  text,
  label,
  words,
  size = 'sm',
  variant = 'quiet',
}: {
  text: string;
  label: string;
  words?: boolean;
  size?: 'sm' | 'md';
  /** Of a button with words; `primary` where copying is what the person came for. */
  variant?: 'quiet' | 'primary';
}) {
  const t = useTranslations('ui');
  const [done, setDone] = useState<'copied' | 'copyFailed' | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const say = (what: 'copied' | 'copyFailed') => {
    setDone(what);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setDone(null), 2000);
  };
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => say('copied'),
      () => say('copyFailed'),
    );
  const icon =
    done === 'copied' ? (
      <Check aria-hidden className={variant === 'quiet' ? 'text-run' : undefined} />
    ) : (
      <Copy aria-hidden />
    );
  return (
    <span className="inline-flex">
      {words ? (
        <Button size={size} variant={variant} icon={icon} onClick={copy}>
          {done ? t(done) : label}
        </Button>
      ) : (
        <IconButton size={size} label={label} icon={icon} onClick={copy} />
      )}
      <span role="status" className="sr-only">
        {done ? t(done) : ''}
      </span>
    </span>
  );
}
