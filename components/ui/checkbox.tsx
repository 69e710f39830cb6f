import { useId, type InputHTMLAttributes, type ReactNode, type Ref } from 'react';
import { cx } from './cx';
import { FieldNotes } from './field';
import { isolatedNode } from './foreign';

export interface CheckboxProps extends Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'className'
> {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  ref?: Ref<HTMLInputElement>;
  className?: string;
}

/** The shared body of Checkbox and Switch. */
function Toggle({
  label,
  hint,
  error,
  id,
  className,
  box,
  ...input
}: CheckboxProps & { box: string }) {
  const own = useId();
  const control = id ?? own;
  const [hintId, errorId] = [`${control}-hint`, `${control}-error`];
  return (
    <div className={cx('flex items-start gap-2', className)}>
      <input
        {...input}
        id={control}
        type="checkbox"
        className={box}
        aria-describedby={cx(hint && hintId, error && errorId) || undefined}
        aria-invalid={error ? true : undefined}
      />
      <div className="flex min-w-0 flex-col gap-0.5">
        <label
          htmlFor={control}
          className={cx('min-w-0 wrap-anywhere', input['aria-required'] && 'required-mark')}
        >
          {isolatedNode(label)}
        </label>
        <FieldNotes hintId={hintId} hint={hint} errorId={errorId} error={error} />
      </div>
    </div>
  );
}

/** A checkbox of a form. */
export function Checkbox(props: CheckboxProps) {
  return <Toggle {...props} box="accent-accent mt-0.5 size-4 shrink-0" />;
}

/** A switch, on or off. */
export function Switch(props: CheckboxProps) {
  return (
    <Toggle
      {...props}
      role="switch"
      box={cx(
        'relative h-5 w-9 shrink-0 appearance-none rounded-full border border-edge bg-sunken transition-colors duration-100 checked:border-accent checked:bg-accent',
        'before:absolute before:top-[3px] before:left-[3px] before:size-3 before:rounded-full before:bg-edge before:transition-transform before:duration-100 checked:before:translate-x-4 checked:before:bg-on-accent',
      )}
    />
  );
}
