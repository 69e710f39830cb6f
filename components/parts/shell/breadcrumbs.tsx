'use client';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { isolatedNode } from '@/components/ui/foreign';
import { PageLink } from '@/components/ui/page-link';
import { paths } from '@/lib/paths';
import { useScope, useShell } from './context';

/** One breadcrumb. */
export interface Crumb {
  label: ReactNode;
  /** Left out for the last crumb, which is the page itself. */
  href?: string;
}

/** The breadcrumbs of a page. Home and scope are added; the page gives the rest. */
export function Breadcrumbs({ trail }: { trail: readonly Crumb[] }) {
  const t = useTranslations('shell');
  const { scopes } = useShell();
  const scope = useScope();
  const head: Crumb[] = [{ label: t('home'), href: paths.home() }];
  if (scope && scopes.length > 1) head.push({ label: scope.label, href: scope.href });
  const crumbs = [...head, ...trail].map((crumb) => ({
    ...crumb,
    label: isolatedNode(crumb.label),
  }));
  return (
    <nav aria-label={t('breadcrumbs')} className="mb-2">
      <ol className="text-muted flex flex-wrap items-center gap-x-1 text-sm">
        {crumbs.map(({ label, href }, index) => {
          const last = index === crumbs.length - 1;
          return (
            <li key={index} className="flex min-w-0 items-center gap-1">
              {index > 0 ? (
                <ChevronRight aria-hidden className="text-faint size-3.5 shrink-0" />
              ) : null}
              {href && !last ? (
                <PageLink
                  href={href}
                  className="hover:text-ink max-w-48 truncate rounded-sm py-0.5 hover:underline"
                >
                  {label}
                </PageLink>
              ) : (
                <span aria-current={last ? 'page' : undefined} className="max-w-64 truncate">
                  {label}
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
