import type { Ref, TextareaHTMLAttributes } from 'react';
import { cx } from './cx';
import { Field, type FieldProps } from './field';

export interface TextAreaProps
  extends FieldProps, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'className'> {
  ref?: Ref<HTMLTextAreaElement>;
  mono?: boolean;
}

/** A field for several lines of text. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  'aria-required': required,
  id,
  className,
  mono,
  rows = 4,
  ...area
}: TextAreaProps) {
  return (
    <Field {...{ label, hint, error, optional, id, className }} aria-required={required}>
      {(control) => (
        <textarea
          dir={mono ? undefined : 'auto'}
          {...area}
          {...control}
          rows={rows}
          className={cx('field', mono && 'font-mono')}
        />
      )}
    </Field>
  );
}
