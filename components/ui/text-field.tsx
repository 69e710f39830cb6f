import type { InputHTMLAttributes, ReactNode, Ref } from 'react';
import { cx } from './cx';
import { Field, type FieldProps } from './field';

export interface TextFieldProps
  extends FieldProps, Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'className' | 'prefix'> {
  ref?: Ref<HTMLInputElement>;
  /** In monospace, for addresses, keys and host names. The browser neither completes nor corrects them. */
  mono?: boolean;
  /** Shown inside the end of the field: a unit, a button. */
  end?: ReactNode;
}

const plain = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false };

/** A field for one line of text. Spread react-hook-form's `register(name)` into it. */
export function TextField({
  label,
  hint,
  error,
  optional,
  'aria-required': required,
  id,
  className,
  mono,
  end,
  type = 'text',
  ...input
}: TextFieldProps) {
  return (
    <Field {...{ label, hint, error, optional, id, className }} aria-required={required}>
      {(control) => (
        <span className="relative block">
          <input
            {...(mono ? plain : {})}
            dir={mono ? undefined : 'auto'}
            {...input}
            {...control}
            type={type}
            className={cx('field', mono && 'font-mono', Boolean(end) && 'pr-12')}
          />
          {end ? (
            <span className="text-faint absolute inset-y-0 right-0 flex items-center pr-2.5 text-sm">
              {end}
            </span>
          ) : null}
        </span>
      )}
    </Field>
  );
}
