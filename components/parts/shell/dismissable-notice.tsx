'use client';
import { X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { IconButton } from '@/components/ui/icon-button';
import { setCookie } from './cookie';

/** A notice with a button that dismisses it. The browser remembers that, and the server doesn't show it again. */
export function DismissableNotice({
  id,
  label,
  dismiss,
  className,
  children,
}: {
  id: string;
  label: string;
  dismiss: string;
  className: string;
  children: ReactNode;
}) {
  const [gone, setGone] = useState<string | null>(null);
  if (gone === id) return null;
  return (
    <section aria-label={label} className={className}>
      {children}
      <IconButton
        size="sm"
        label={dismiss}
        icon={<X aria-hidden />}
        onClick={() => {
          setCookie('nusa.notice', id);
          setGone(id);
        }}
        className="!text-inherit"
      />
    </section>
  );
}
