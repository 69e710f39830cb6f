import type { ReactNode } from 'react';

/** Says that there is nothing yet, what would be here, and how to create the first one. */
export function EmptyState({
  icon,
  title,
  children,
  actions,
}: {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-8 text-center sm:py-12">
      {icon ? <div className="text-faint [&_svg]:size-8 [&_svg]:stroke-[1.25]">{icon}</div> : null}
      <h2 className="text-lg">{title}</h2>
      {children ? <div className="text-muted">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  );
}
