'use client';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSlash } from './use-row-keys';

/**
 * What was typed comes back through the URL, and on a busy page only after more has been typed; it must not
 * take that away.
 * @param sent what was handed on and hasn't come back, oldest first
 * @returns what is still to come back; null when `value` is not from here
 */
export function stillSent(sent: readonly string[], value: string): readonly string[] | null {
  const at = sent.indexOf(value);
  return at < 0 ? null : sent.slice(at + 1);
}

/** The search of a list; waits for a pause in typing. `/` leads to it. */
export function SearchBox({
  value,
  onChange,
  onUse,
}: {
  value: string;
  onChange: (value: string) => void;
  /** Somebody is about to search. */
  onUse?: () => void;
}) {
  const t = useTranslations('ui');
  const input = useRef<HTMLInputElement>(null);
  useSlash(input);
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  const [sent, setSent] = useState<readonly string[]>([]);
  if (given !== value) {
    setGiven(value);
    const left = stillSent(sent, value);
    setSent(left ?? []);
    if (!left) setText(value); // the URL changed by other means: a link, the back button
  }
  useEffect(() => {
    if (text === (sent.at(-1) ?? value)) return;
    const timer = setTimeout(() => {
      setSent((before) => [...before, text]);
      onChange(text);
    }, 200);
    return () => clearTimeout(timer);
  }, [text, sent, value, onChange]);
  return (
    <span className="relative block w-full md:max-w-72">
      <Search
        aria-hidden
        className="text-faint pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2"
      />
      <input
        ref={input}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onFocus={onUse}
        placeholder={t('search')}
        aria-label={t('search')}
        className="field pl-8"
      />
    </span>
  );
}
