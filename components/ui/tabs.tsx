'use client';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { PageLink } from './page-link';

/** One tab. */
export interface Tab {
  href: string;
  label: ReactNode;
  /** The tab is also current on the pages below it. */
  deep?: boolean;
}

/** Scrolls the current tab into view if not all tabs fit. */
function scrollIntoSight(tab: HTMLElement | null) {
  const strip = tab?.parentElement;
  if (strip) strip.scrollLeft = tab.offsetLeft - (strip.clientWidth - tab.offsetWidth) / 2;
}

/** Links to the pages of a thing's parts. They are links, not ARIA tabs, since each opens a page. */
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
            ref={current ? scrollIntoSight : undefined}
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
