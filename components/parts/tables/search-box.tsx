'use client';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSlash } from './use-row-keys';

/**
 * The typed text comes back through the URL, on a busy page after more was typed. It must not overwrite that.
 * @param sent texts that were sent to the URL and haven't come back, oldest first
 * @returns the texts still to come back; null if `value` was not sent from here
 */
export function stillSent(sent: readonly string[], value: string): readonly string[] | null {
  const at = sent.indexOf(value);
  return at < 0 ? null : sent.slice(at + 1);
}

/** The search of a list. It waits for a pause in typing; `/` focuses it. */
export function SearchBox({
  value,
  onChange,
  onUse,
}: {
  value: string;
  onChange: (value: string) => void;
  /** Called before the person searches, to load the code. */
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
    if (!left) setText(value); // the URL was changed by a link or the back button
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
    <span data-screen className="relative block w-full md:max-w-72">
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
