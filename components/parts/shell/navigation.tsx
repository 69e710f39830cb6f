'use client';
import { House } from 'lucide-react';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { cx } from '@/components/ui/cx';
import { isolatedNode } from '@/components/ui/foreign';
import { PageLink } from '@/components/ui/page-link';
import { paths } from '@/lib/paths';
import { useScope, useShell } from './context';
import { openScopes } from './scope-rules';

interface Entry {
  /** Stands under another scope. */
  nested?: boolean;
  href: string;
  label: string;
  icon: ReactNode;
  /** Also current on the pages below it. */
  deep: boolean;
}

function NavLink({ href, label, icon, deep, nested = false }: Entry) {
  const here = usePathname();
  const current = here === href || (deep && here.startsWith(`${href}/`));
  return (
    <li>
      <PageLink
        href={href}
        aria-current={current ? 'page' : undefined}
        className={cx(
          'flex min-h-8 items-center gap-2.5 rounded px-2.5 py-1.5 [&_svg]:size-4 [&_svg]:shrink-0',
          nested && 'ml-4',
          current
            ? 'bg-accent-soft text-accent-text font-medium'
            : 'text-muted hover:bg-hover hover:text-ink',
        )}
      >
        {icon}
        <span className="min-w-0 truncate">{label}</span>
      </PageLink>
    </li>
  );
}

/** Most scopes that are listed; the switcher and home show the others. */
const most = 8;

/** The links of the navigation: home, the pages of the current scope and an organization's projects, or the scopes. */
export function Navigation() {
  const t = useTranslations('shell');
  const { scopes } = useShell();
  const scope = useScope();
  const pages = scope?.pages ?? [];
  const choices = openScopes(scopes)
    .filter(({ under }) => !scope || under === scope.key)
    .slice(0, most);
  return (
    <nav aria-label={t('navigation')} className="flex flex-col gap-4 p-2">
      <ul className="flex flex-col gap-0.5">
        <NavLink href={paths.home()} label={t('home')} icon={<House aria-hidden />} deep={false} />
      </ul>
      {scope && pages.length > 0 ? (
        <div>
          <p className="text-faint truncate px-2.5 pb-1 text-xs font-medium" title={scope.label}>
            {isolatedNode(scope.label)}
          </p>
          <ul className="flex flex-col gap-0.5">
            {pages.map(({ id, at, icon, deep }) => (
              <NavLink
                key={id}
                href={scope.href + at}
                label={t(`nav.${id}`)}
                icon={icon}
                deep={deep}
              />
            ))}
          </ul>
        </div>
      ) : null}
      {choices.length > 0 ? (
        <div>
          <p className="text-faint px-2.5 pb-1 text-xs font-medium">
            {t(scope ? 'kinds.project' : 'places')}
          </p>
          <ul className="flex flex-col gap-0.5">
            {choices.map((each) => (
              <NavLink
                key={each.key}
                href={each.href}
                label={each.label}
                icon={each.kindIcon}
                deep={false}
                nested={!scope && each.under !== undefined}
              />
            ))}
          </ul>
        </div>
      ) : null}
    </nav>
  );
}
