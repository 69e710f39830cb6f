import { cx } from '@/components/ui/cx';

/** The logo's symbol: islands over two waves, in the colours of the theme. */
function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={cx('size-6 shrink-0', className)}>
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <path d="M4 14 10 6l5 6 3.5-4L28 14z" className="fill-on-accent" />
      <g className="stroke-on-accent" fill="none" strokeWidth="2.25" strokeLinecap="round">
        <path d="M4 19c3-2.4 5-2.4 8 0s5 2.4 8 0 5-2.4 8 0" />
        <path d="M4 25c3-2.4 5-2.4 8 0s5 2.4 8 0 5-2.4 8 0" opacity="0.6" />
      </g>
    </svg>
  );
}

/** The provider's logo, or the symbol with its name. `compact`: the symbol alone on narrow screens. */
export function Logo({
  name,
  logo,
  compact = false,
}: {
  name: string;
  logo: string | null;
  compact?: boolean;
}) {
  if (logo) {
    const width = compact ? 'max-w-24 sm:max-w-40' : 'max-w-40';
    return (
      <picture>
        <img src={logo} alt={name} className={cx('h-7 w-auto object-contain', width)} />
      </picture>
    );
  }
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <LogoMark />
      <span
        className={cx(
          'max-w-48 truncate text-lg font-semibold tracking-tight',
          compact && 'max-sm:hidden',
        )}
      >
        {name}
      </span>
    </span>
  );
}
