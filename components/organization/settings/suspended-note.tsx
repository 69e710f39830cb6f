import { Callout } from '@/components/ui/callout';
import { OutsideLink } from '@/components/ui/outside-link';
import { rupiah } from '@/lib/format';
import type { Result } from '@/lib/contract/types';
import { tryRead } from '@/lib/next/backend';
import { translator } from '@/lib/next/intl';
import { settings } from '@/lib/settings';
import { groupRights } from './rights';

/** What of the organization's money may be the reason, for who may read its bills. The API itself gives none. */
async function reasonOf(data: Result<'A07'> | undefined) {
  const t = await translator('organization-settings');
  if (typeof data?.account_payable === 'number' && data.account_payable > 0)
    return t('suspended.payable', { amount: rupiah(data.account_payable) });
  if (typeof data?.balance === 'number' && data.balance <= 0)
    return t('suspended.balance', { amount: rupiah(data.balance) });
  return null;
}

/** Says that the provider has suspended the organization, and what is known of the reason. Renders nothing otherwise. */
export async function SuspendedNote({ org }: { org: string }) {
  const [t, rights] = await Promise.all([
    translator('organization-settings'),
    groupRights({ org }),
  ]);
  if (!rights.suspended) return null;
  const organization = rights.billing
    ? (await tryRead('A07', { params: { uuid: org } })).data
    : undefined;
  const reason = await reasonOf(organization ?? undefined);
  const { NUSA_SUPPORT_URL: support, NUSA_PORTAL_URL: portal } = settings();
  const href = support ?? portal;
  return (
    <div className="mt-1 mb-4 print:hidden">
      <Callout
        tone="danger"
        title={t('suspended.title')}
        actions={
          href ? (
            <OutsideLink href={href}>
              {t(support ? 'suspended.support' : 'suspended.portal')}
            </OutsideLink>
          ) : undefined
        }
      >
        <p>{t('suspended.text')}</p>
        <p>{reason ?? t('suspended.noReason')}</p>
      </Callout>
    </div>
  );
}
