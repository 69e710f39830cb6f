import type { ReactNode } from 'react';
import { cx } from './cx';

/** A bordered part of a page, with a heading of level 2 and actions at its end. `flush` lets a table reach the border. */
export function Panel({
  title,
  description,
  actions,
  flush,
  className,
  children,
}: {
  title?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
  flush?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return (
    <section className={cx('border-line bg-surface min-w-0 rounded-md border', className)}>
      {title || actions ? (
        <header className="border-line flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b px-4 py-2.5">
          <div className="min-w-0">
            {title ? <h2 className="text-base">{title}</h2> : null}
            {description ? <p className="text-faint text-sm">{description}</p> : null}
          </div>
          {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
        </header>
      ) : null}
      <div className={flush ? 'md:[&_tr>:first-child]:pl-4 md:[&_tr>:last-child]:pr-4' : 'p-4'}>
        {children}
      </div>
    </section>
  );
}
