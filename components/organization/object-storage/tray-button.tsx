'use client';
import type { ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';

/** A button of the shell's bar that opens what goes on in the background, with a mark of how far it is. */
export function TrayButton({
  label,
  icon,
  open,
  badge,
  warns,
  onClick,
}: {
  label: string;
  icon: ReactNode;
  /** Whether what it opens is open. */
  open: boolean;
  /** At most four characters; null shows no mark. The label says it in words. */
  badge: string | null;
  /** Whether something needs the person. */
  warns: boolean;
  onClick: () => void;
}) {
  return (
    <span className="relative inline-flex">
      <IconButton {...{ label, icon, onClick }} aria-haspopup="dialog" aria-expanded={open} />
      {badge === null ? null : (
        <span
          aria-hidden
          className={`tabular pointer-events-none absolute -top-0.5 -right-0.5 min-w-4 rounded-full border px-1 text-center text-[0.625rem] leading-[0.875rem] font-medium ${
            warns
              ? 'bg-warn-soft text-warn border-warn-mark/40'
              : 'bg-busy-soft text-busy border-busy-mark/40'
          }`}
        >
          {badge}
        </span>
      )}
    </span>
  );
}
