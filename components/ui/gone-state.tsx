import { Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from './button-link';

/** Replaces a page whose thing doesn't exist: it was deleted or never existed. It holds the page's heading. */
export function GoneState({
  title,
  back,
  children,
}: {
  title: string;
  /** The list of the other things of its kind. */
  back: { href: string; label: string };
  children: ReactNode;
}) {
  return (
    <div
      role="status"
      className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-16 text-center"
    >
      <Unplug aria-hidden className="text-faint size-8 stroke-[1.25]" />
      <h1 className="text-xl" tabIndex={-1}>
        {title}
      </h1>
      <p className="text-muted">{children}</p>
      <ButtonLink href={back.href} className="mt-2">
        {back.label}
      </ButtonLink>
    </div>
  );
}
