import type { ReactNode } from 'react';

/** Says in place of a preview why there is none. */
export function Note({ actions, children }: { actions?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-col items-start gap-2">
      <p>{children}</p>
      {actions}
    </div>
  );
}
