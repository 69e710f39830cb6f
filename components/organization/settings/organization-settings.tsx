'use client';
import { Pencil, Star } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { ActionButtons } from '@/components/parts/actions/action-buttons';
import { verbsOf } from '@/components/parts/actions/verb';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { Copyable } from '@/components/parts/machines/copyable';
import { Instant } from '@/components/ui/instant';
import { KeyValue, type Pair } from '@/components/ui/key-value';
import { useShell } from '@/components/parts/shell/context';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Panel } from '@/components/ui/panel';
import type { Result } from '@/lib/contract/types';
import { number, rupiah } from '@/lib/format';
import { isPostpaid } from '@/lib/money/postpaid';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { organizations } from '@/lib/resources/awanio';
import { useLevelWords } from '@/components/organization/people/role-words';
import { GroupHead } from './group-head';
import type { GroupRights } from './rights';

const EditOrganization = lazyNamed(() => import('./edit-dialog'), 'EditOrganization');

const organizationChange = { area: 'organization' } as const;

type Organization = Result<'A07'>;

interface Props {
  rights: GroupRights;
  /** `NUSA_FINANCE_LEVEL`. */
  financeLevel: number | null;
  /** Why the server couldn't read the organization; the browser reads it again. */
  problem: Problem | null;
}

/** Name, icon and account of an organization. */
export function OrganizationSettings({ rights, financeLevel, problem }: Props) {
  const { org } = useGroup();
  const t = useTranslations('organization-settings');
  const query = useBackendQuery('A07', { params: { uuid: org } }, { poll: 'slow' });
  const actions = useOrganizationActions(rights);
  return (
    <Live query={query} problem={problem} failed={t('failed')}>
      {(organization) => (
        <div className="grid items-start gap-4 lg:grid-cols-2">
          <Panel
            title={t('general')}
            actions={
              <>
                <Updated query={query} />
                <ActionButtons actions={actions} row={organization} identity={organizations} />
              </>
            }
          >
            <General {...{ organization, financeLevel }} />
          </Panel>
          {rights.billing ? (
            <Panel title={t('account.title')} description={t('account.text')}>
              <Account organization={organization} />
            </Panel>
          ) : null}
        </div>
      )}
    </Live>
  );
}

/** The actions of an organization. Needs the messages `organization-settings`. */
function useOrganizationActions({
  admin,
  suspended,
}: GroupRights): readonly Action<Organization>[] {
  const t = useTranslations('organization-settings');
  const change = useBackendChange();
  const { refresh } = useRouter();
  const { viewing } = useShell();
  const refused = useRoleRefusal(admin, organizationChange, t('notAdmin'));
  return useMemo(() => {
    const verb = verbsOf<'organization-settings', Organization>(t, organizations);
    const refusal = ({ is_suspend: now }: Organization) =>
      (now ?? suspended) ? t('suspended.reason') : (refused?.disabledReason ?? null);
    return [
      verb('edit', {
        icon: <Pencil aria-hidden />,
        done: null,
        reason: refusal,
        onBlocked: refused?.onBlocked,
        dialog: (organization, close) => <EditOrganization of={organization} onClose={close} />,
      }),
      verb('default', {
        icon: <Star aria-hidden />,
        reason: ({ organization_member: mine }) =>
          viewing ?? (mine?.is_default ? t('default.already') : null),
        run: async ({ uuid }) => {
          await change('A09', { params: { uuid }, body: { organization_uuid: uuid } });
          refresh();
        },
      }),
    ];
  }, [t, change, refresh, refused, viewing, suspended]);
}

function General({
  organization,
  financeLevel,
}: {
  organization: Organization;
  financeLevel: number | null;
}) {
  const t = useTranslations('organization-settings');
  const m = useTranslations('machines');
  const locale = useLocale();
  const level = useLevelWords(financeLevel);
  const { uuid, member_count: members, organization_member: mine } = organization;
  return (
    <>
      <GroupHead kind="organizations" of={organization} name={organizations.name(organization)} />
      <KeyValue
        pairs={[
          { term: t('slug'), value: organization.slug, mono: true },
          { term: t('members'), value: members === null ? null : number(members, locale) },
          { term: t('role'), value: level(mine?.user_level) },
          { term: t('isDefault'), value: t(mine?.is_default ? 'yes' : 'no') },
          { term: m('created'), value: <Instant iso={organization.created_at} /> },
          { term: m('id'), value: <Copyable text={uuid} label={m('copyId')} /> },
        ]}
      />
    </>
  );
}

/** What the organization agreed with the provider. Only those who may read its bills get these fields. */
function Account({ organization }: { organization: Organization }) {
  const t = useTranslations('organization-settings.account');
  const locale = useLocale();
  const { balance, payment_plans: plan, account_payable: payable, ...terms } = organization;
  const { monthly_amount_threshold: threshold, tax_percent: tax, discount } = terms;
  const postpaid = isPostpaid(plan);
  const pairs: Pair[] = [
    { term: t('plan'), value: plan ? t(postpaid ? 'postpaid' : 'prepaid') : null },
    { term: t('balance'), value: rupiah(balance) },
    { term: t('payable'), value: rupiah(payable) },
    { term: t('threshold'), value: threshold ? rupiah(threshold) : t('none') },
    {
      term: t('tax'),
      value: typeof tax === 'number' ? t('percent', { value: number(tax, locale) }) : null,
    },
    {
      term: t('discount'),
      value: discount ? t('discountValue', { value: number(discount, locale) }) : t('none'),
    },
  ];
  return <KeyValue pairs={pairs} />;
}
