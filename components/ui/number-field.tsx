'use client';
import type { KeyboardEvent } from 'react';
import { useLocale } from 'use-intl';
import { readWhole } from '@/lib/format/read-number';
import { TextField, type TextFieldProps } from './text-field';

export interface NumberFieldProps extends Omit<
  TextFieldProps,
  'type' | 'end' | 'mono' | 'min' | 'max' | 'step'
> {
  /** Shown inside the end of the field: `GB`. */
  unit?: string | undefined;
  min?: number | string | undefined;
  max?: number | string | undefined;
  /** How much the up and down keys add or subtract. */
  step?: number | undefined;
}

/** Puts a text into an input and fires the events of typing, so that React notices it. */
function typeInto(input: HTMLInputElement, text: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * A field for a whole number, read by the rules of the person's language. The browser's own number field reads
 * `1.000` as one in every language. The up and down keys count.
 */
export function NumberField({
  unit,
  min = -Infinity,
  max = Infinity,
  step = 1,
  ...rest
}: NumberFieldProps) {
  const locale = useLocale();
  const count = (event: KeyboardEvent<HTMLInputElement>) => {
    const change = { ArrowUp: step, ArrowDown: -step }[event.key];
    const { value } = readWhole(event.currentTarget.value, locale);
    if (change === undefined || value === undefined) return;
    event.preventDefault();
    typeInto(
      event.currentTarget,
      String(Math.min(Number(max), Math.max(Number(min), value + change))),
    );
  };
  return (
    <TextField inputMode="numeric" autoComplete="off" {...rest} onKeyDown={count} end={unit} />
  );
}
