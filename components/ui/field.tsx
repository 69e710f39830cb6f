import { CircleAlert } from 'lucide-react';
import { useId, type ReactNode } from 'react';
import { cx } from './cx';

/** The props that connect a control to its label, hint and error. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

export interface FieldProps {
  label: ReactNode;
  hint?: ReactNode;
  /** The text of the error; also sets `aria-invalid`. */
  error?: string | null;
  /** A word after the label if the field may stay empty, such as “optional”. */
  optional?: string;
  /** Whether it must be filled in: the label is marked, and screen readers say it. Forms set it (`form.field`). */
  'aria-required'?: boolean | 'true' | 'false' | undefined;
  id?: string;
  className?: string;
}

/**
 * Connects an input with its label, hint and error: `<Field label="…">{(control) => <input {...control}
 * />}</Field>`.
 */
export function Field({
  label,
  hint,
  error,
  optional,
  'aria-required': required,
  id,
  className,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const own = useId();
  const control = id ?? own;
  const [hintId, errorId] = [`${control}-hint`, `${control}-error`];
  return (
    <div className={cx('flex flex-col gap-1', className)}>
      <label htmlFor={control} className={cx('font-medium', required && 'required-mark')}>
        {label}
        {optional ? <span className="text-faint font-normal"> ({optional})</span> : null}
      </label>
      {children({
        id: control,
        'aria-describedby': cx(hint && hintId, error && errorId) || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required ? true : undefined,
      })}
      <FieldNotes hintId={hintId} hint={hint} errorId={errorId} error={error} />
    </div>
  );
}

/** The hint and the error under a control. */
export function FieldNotes({
  hint,
  hintId,
  error,
  errorId,
}: {
  hint?: ReactNode;
  hintId: string;
  error?: string | null;
  errorId: string;
}) {
  return (
    <>
      {error ? (
        <p id={errorId} className="text-danger flex items-start gap-1 text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      ) : null}
      {hint ? (
        <p id={hintId} className="text-faint text-sm">
          {hint}
        </p>
      ) : null}
    </>
  );
}
