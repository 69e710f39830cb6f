'use client';
import { useId, type ReactNode, type RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import type { Place } from '@/lib/storage/json-places';

/** What is wrong with a text, in words, and where. */
export interface Wrong extends Place {
  what: string;
}

/** The offset at which a line begins. */
const offsetOf = (text: string, line: number) =>
  text
    .split('\n')
    .slice(0, line - 1)
    .join('\n').length + (line > 1 ? 1 : 0);

/** Puts the cursor where something is wrong. */
export function goToFault(area: HTMLTextAreaElement | null, { line, column }: Place): void {
  if (!area) return;
  const at = offsetOf(area.value, line) + column - 1;
  area.focus();
  area.setSelectionRange(at, at);
}

/** A field for JSON with numbered lines, and what is wrong at its line. Needs the messages `storage-bucket`. */
export function JsonArea({
  label,
  hint,
  value,
  wrong,
  refused,
  readOnly,
  area,
  onChange,
}: {
  label: string;
  hint: string;
  value: string;
  wrong: Wrong | null;
  /** What the storage says against it. */
  refused?: ReactNode;
  readOnly: boolean;
  area: RefObject<HTMLTextAreaElement | null>;
  onChange: (text: string) => void;
}) {
  const t = useTranslations('storage-bucket.json');
  const id = useId();
  const lines = value.split('\n').length;
  return (
    <>
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      <div className="border-edge bg-sunken flex max-h-[70vh] overflow-y-auto rounded-md border font-mono text-sm leading-6">
        <ol aria-hidden className="text-faint shrink-0 px-2 py-2 text-right select-none">
          {Array.from({ length: lines }, (_, index) => (
            <li
              key={index}
              className={cx(wrong?.line === index + 1 && 'text-danger font-semibold')}
            >
              {index + 1}
            </li>
          ))}
        </ol>
        <textarea
          id={id}
          ref={area}
          value={value}
          wrap="off"
          rows={Math.max(lines, 12)}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          readOnly={readOnly}
          aria-invalid={wrong || refused ? true : undefined}
          aria-describedby={cx(`${id}-hint`, wrong && `${id}-wrong`, refused && `${id}-refused`)}
          onChange={({ target }) => onChange(target.value)}
          className="bg-surface block min-w-0 grow resize-none overflow-x-auto overflow-y-hidden p-2 leading-6 -outline-offset-2"
        />
      </div>
      <p id={`${id}-hint`} className="text-muted text-sm">
        {hint}
      </p>
      {wrong ? (
        <div className="flex flex-wrap items-center gap-2">
          <p id={`${id}-wrong`} role="status" className="text-danger">
            {t('at', { line: wrong.line, column: wrong.column, what: wrong.what })}
          </p>
          <Button size="sm" onClick={() => goToFault(area.current, wrong)}>
            {t('show', { line: wrong.line })}
          </Button>
        </div>
      ) : null}
      {refused ? <div id={`${id}-refused`}>{refused}</div> : null}
    </>
  );
}
