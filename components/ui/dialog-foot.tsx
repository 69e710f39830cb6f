import type { ReactNode } from 'react';

/** The buttons below what a dialog holds, the main one last: in sight however long it is, as its `footer` would be. */
export function DialogFoot({ children }: { children: ReactNode }) {
  return (
    <div
      data-foot
      className="border-line bg-raised sticky bottom-0 z-10 -mx-4 mt-1 flex flex-wrap justify-end gap-2 border-t px-4 py-3"
    >
      {children}
    </div>
  );
}
