import type { ReactNode } from 'react';
import { Foreign } from './foreign';

/** The top of a page: its `h1`, which gets the focus after a navigation, a description, and its actions. */
export function PageHeader({
  title,
  status,
  description,
  actions,
}: {
  title: ReactNode;
  status?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 tabIndex={-1} className="min-w-0 text-xl break-words">
            {typeof title === 'string' ? <Foreign text={title} /> : title}
          </h1>
          {status}
        </div>
        {description ? (
          <p className="text-muted mt-0.5 max-w-[72ch] text-pretty">{description}</p>
        ) : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
