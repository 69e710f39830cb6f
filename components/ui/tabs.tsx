'use client';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { PageLink } from './page-link';

export interface Tab {
  href: string;
  label: ReactNode;
  /** Also current on pages below it. */
  deep?: boolean;
}

/** Where there isn't room for all, the current one is in sight. */
function intoSight(tab: HTMLElement | null) {
  const strip = tab?.parentElement;
  if (strip) strip.scrollLeft = tab.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;
}

/** The parts of one thing, each a page of its own: links, not ARIA tabs. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const here = usePathname();
  return (
    <nav
      aria-label={label}
      className="border-line relative mb-4 flex gap-1 overflow-x-auto border-b max-md:mask-[linear-gradient(to_left,transparent,black_2rem)] max-md:pr-6"
    >
      {tabs.map(({ href, label: words, deep }) => {
        const current = here === href || (deep && here.startsWith(`${href}/`));
        return (
          <PageLink
            key={href}
            ref={current ? intoSight : undefined}
            href={href}
            aria-current={current ? 'page' : undefined}
            className={cx(
              '-mb-px border-b-2 px-3 py-2 whitespace-nowrap -outline-offset-2',
              current
                ? 'border-accent text-ink font-medium'
                : 'text-muted hover:text-ink hover:border-edge border-transparent',
            )}
          >
            {words}
          </PageLink>
        );
      })}
    </nav>
  );
}
