'use client';
import { useState } from 'react';
import { useLocale } from 'use-intl';
import { readWhole } from '@/lib/format/read-number';
import { isCount } from './lines';

/** How many there are. What isn't a number that can be counted is marked, and changes nothing. */
export function CountField({
  label,
  count,
  onChange,
}: {
  label: string;
  count: number;
  onChange: (count: number) => void;
}) {
  const locale = useLocale();
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string) => readWhole(text, locale).value ?? Number.NaN;
  const step = (by: number) => {
    if (!isCount(count + by)) return;
    setTyped(null);
    onChange(count + by);
  };
  return (
    <input
      inputMode="numeric"
      autoComplete="off"
      aria-label={label}
      aria-invalid={typed !== null && !isCount(read(typed)) ? true : undefined}
      value={typed ?? String(count)}
      onChange={({ target: { value } }) => {
        setTyped(value);
        if (isCount(read(value))) onChange(read(value));
      }}
      onBlur={() => setTyped(null)}
      onKeyDown={(event) => {
        const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        step(by);
      }}
      className="field numeric w-16"
    />
  );
}
