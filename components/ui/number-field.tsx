'use client';
import type { WheelEvent } from 'react';
import { TextField, type TextFieldProps } from './text-field';

export interface NumberFieldProps extends Omit<TextFieldProps, 'type' | 'end' | 'mono'> {
  /** Stands inside the field's end: `GB`. */
  unit?: string;
}

/** A number. The wheel scrolls the page, never the value. */
export function NumberField({ unit, ...rest }: NumberFieldProps) {
  const leave = (event: WheelEvent<HTMLInputElement>) => event.currentTarget.blur();
  return <TextField inputMode="numeric" {...rest} type="number" onWheel={leave} end={unit} />;
}
