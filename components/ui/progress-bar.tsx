import { cx } from './cx';

/** Shows the progress of work, 0–100; without `value`, by stripes, only that it is under way. It is the browser's `<progress>`. */
export function ProgressBar({
  label,
  value,
  className,
}: {
  label: string;
  value?: number | null;
  className?: string;
}) {
  return (
    <progress
      aria-label={label}
      max={100}
      value={value ?? undefined}
      className={cx(
        'progress bg-off-soft block h-1.5 w-full appearance-none overflow-hidden rounded-full border-0',
        '[&::-moz-progress-bar]:bg-accent [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:transition-[inline-size]',
        className,
      )}
    />
  );
}
