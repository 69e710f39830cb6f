'use client';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { OutsideLink } from '@/components/ui/outside-link';
import { TextLink } from '@/components/ui/text-link';
import { roleCan } from '@/lib/contract/permissions';
import { paths, scopeOf } from '@/lib/paths';
import { useShell } from './context';
import { allows } from './scope-rules';
import type { Scope } from './scopes';

/** The key of the scope that pays on a page: an organization pays for its projects. Null on a page of no scope. */
function payerAt(pathname: string): string | null {
  const at = scopeOf(pathname);
  if (at.kind === 'none') return null;
  return at.kind === 'vps' ? `vps/${at.account}` : `o/${at.org}`;
}

/** The page where a person tops up a scope; null if their role or key may not pay, as far as is known. */
function pageOf(scope: Scope | undefined, missing: number): string | null {
  const amount = missing > 0 ? { amount: String(Math.ceil(missing)) } : {};
  if (scope?.kind === 'account')
    return allows(scope, 'billing') ? paths.topUp({ account: scope.account }, amount) : null;
  const may = scope?.kind === 'organization' && roleCan(scope.role, 'billing.write');
  return may ? paths.topUp({ org: scope.group.org }, amount) : null;
}

export interface TopUpLinkProps {
  /** The key of the scope that pays; left out for that of the page. */
  scope?: string;
  /** Rupiah that are missing: the page begins with them. */
  missing?: number;
}

/**
 * Leads to the page that tops up a scope where this person may pay, else to the provider's portal. Renders nothing where
 * there is neither.
 */
export function TopUpLink({ scope: given, missing = 0 }: TopUpLinkProps) {
  const t = useTranslations('shell');
  const at = payerAt(usePathname());
  const { scopes, provider } = useShell();
  const page = pageOf(
    scopes.find(({ key }) => key === (given ?? at)),
    missing,
  );
  if (page !== null) return <TextLink href={page}>{t('topUp')}</TextLink>;
  if (!provider.portal) return null;
  return <OutsideLink href={provider.portal}>{t('topUpPortal')}</OutsideLink>;
}
