import { ChevronDown } from 'lucide-react';
import type { Ref, SelectHTMLAttributes } from 'react';
import { Field, type FieldProps } from './field';

export interface SelectProps
  extends FieldProps, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'className'> {
  ref?: Ref<HTMLSelectElement>;
}

/** Chooses one of a list, with the browser's `<select>`. Give `<option>`s as children. */
export function Select({
  label,
  hint,
  error,
  optional,
  'aria-required': required,
  id,
  className,
  children,
  ...select
}: SelectProps) {
  return (
    <Field {...{ label, hint, error, optional, id, className }} aria-required={required}>
      {(control) => (
        <span className="relative block">
          <select {...select} {...control} className="field appearance-none pr-8">
            {children}
          </select>
          <ChevronDown
            aria-hidden
            data-screen
            className="text-faint pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2"
          />
        </span>
      )}
    </Field>
  );
}
