import { Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { ButtonLink } from './button-link';

/** In place of a page whose thing isn't there: deleted, here or elsewhere, or never there. Holds the page's heading. */
export function GoneState({
  title,
  back,
  children,
}: {
  title: string;
  /** The list where the others are. */
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
