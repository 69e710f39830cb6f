'use client';
import type { KeyboardEvent } from 'react';
import { useLocale } from 'use-intl';
import { readWhole } from '@/lib/format/read-number';
import { TextField, type TextFieldProps } from './text-field';

export interface NumberFieldProps extends Omit<
  TextFieldProps,
  'type' | 'end' | 'mono' | 'min' | 'max' | 'step'
> {
  /** Stands inside the field's end: `GB`. */
  unit?: string | undefined;
  min?: number | string | undefined;
  max?: number | string | undefined;
  /** How far the up and down keys go. */
  step?: number | undefined;
}

/** Puts a text into an input as typing does, so that whoever listens hears of it. */
function type(input: HTMLInputElement, text: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text);
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * A whole number, typed in the reader's own way: a number field of the browser takes `1.000` for one, in whatever
 * language. The up and down keys count.
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
    const way = { ArrowUp: step, ArrowDown: -step }[event.key];
    const { value } = readWhole(event.currentTarget.value, locale);
    if (way === undefined || value === undefined) return;
    event.preventDefault();
    type(event.currentTarget, String(Math.min(Number(max), Math.max(Number(min), value + way))));
  };
  return (
    <TextField inputMode="numeric" autoComplete="off" {...rest} onKeyDown={count} end={unit} />
  );
}
