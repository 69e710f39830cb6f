import type { ReactNode } from 'react';
import { cx } from './cx';

/**
 * Says that there is nothing yet, what would be here, and how to create the first one. `framed`: it stands in place of a list or panel,
 * in the frame that this would have.
 */
export function EmptyState({
  icon,
  title,
  framed = false,
  children,
  actions,
}: {
  icon?: ReactNode;
  title: ReactNode;
  framed?: boolean;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={cx(framed && 'border-line bg-surface rounded-md border')}>
      <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-8 text-center sm:py-12">
        {icon ? (
          <div className="text-faint [&_svg]:size-8 [&_svg]:stroke-[1.25]">{icon}</div>
        ) : null}
        <h2 className="text-lg">{title}</h2>
        {children ? <div className="text-muted">{children}</div> : null}
        {actions ? <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
