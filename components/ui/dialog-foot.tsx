import type { ReactNode } from 'react';

/** The buttons at the bottom of a dialog's content, the main one last. They stay visible while the content scrolls. */
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
