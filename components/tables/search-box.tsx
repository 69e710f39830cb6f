'use client';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSlash } from './use-row-keys';

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
  if (given !== value) {
    setGiven(value); // the URL changed by other means: a link, the back button
    setText(value);
  }
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), 200);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <span className="relative block w-full max-w-72">
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
        aria-keyshortcuts="/"
        className="field pl-8"
      />
    </span>
  );
}
