import type { Metadata } from 'next';
import { readForPage } from '@/lib/next/read-for-page';
import { readPrefill, type Prefill } from '@/components/vps/instances/wizard/prefill';
import { readPlace, startingTier } from '@/components/vps/instances/wizard/read-place';
import { InstanceWizard } from '@/components/vps/instances/wizard/wizard';
import { FormOrNotice } from '@/components/parts/forms/form-or-notice';
import { Breadcrumbs } from '@/components/parts/shell/breadcrumbs';
import { Messages } from '@/components/parts/shell/messages';
import { FormLoading } from '@/components/parts/shell/page-loading';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { TextLink } from '@/components/ui/text-link';
import { translator } from '@/lib/next/intl';
import { isRefused } from '@/lib/next/key-rights';
import { pageParams } from '@/lib/next/params';
import { withOutline } from '@/lib/next/with-outline';
import { paths } from '@/lib/paths';
import { Hydrate, type Answered } from '@/lib/next/hydrate';

interface Props {
  params: Promise<{ account: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await translator('instances');
  return { title: t('wizard.title') };
}

/** What the form starts from. What it shows further down is read when somebody looks at it. */
async function startingPoint(account: string, prefill: Prefill): Promise<Answered[]> {
  const [{ locations, tiers, images, prices }, ...general] = await Promise.all([
    readPlace(account, prefill.location, startingTier(prefill), () => null),
    readForPage('D01', {}, account),
    readForPage('D78', {}, account),
  ]);
  return [locations, tiers, images, ...prices, ...general].flatMap((read) => read?.answers ?? []);
}

async function NewInstancePage({ params, searchParams }: Props) {
  const [{ account }, query, t] = await Promise.all([
    pageParams(params),
    searchParams,
    translator('instances'),
  ]);
  const prefill = readPrefill({ get: (name) => [query[name]].flat()[0] ?? null });
  // A key that can't create one isn't led through the form.
  const unable = await isRefused(account, 'write_instance');
  return (
    <Messages namespaces={['machines', 'instances', 'ssh-keys', 'order', 'created']}>
      <Breadcrumbs
        trail={[
          { label: t('title'), href: paths.instances(account) },
          { label: t('wizard.title') },
        ]}
      />
      <PageHeader title={t('wizard.title')} description={t('wizard.description')} />
      <FormOrNotice notice={unable ? <MayNot account={account} /> : null}>
        {unable ? null : (
          <Hydrate answers={await startingPoint(account, prefill)}>
            <InstanceWizard prefill={prefill} />
          </Hydrate>
        )}
      </FormOrNotice>
    </Messages>
  );
}

/** Stands in the place of the form. What was typed before is kept as its draft. */
async function MayNot({ account }: { account: string }) {
  const [t, a] = await Promise.all([translator('instances'), translator('actions')]);
  return (
    <Callout tone="warn" title={a('refused.write_instance')}>
      <p>{a('refused.elsewhere')}</p>
      <p className="mt-2 flex flex-wrap gap-x-4">
        <TextLink href={paths.account()}>{t('wizard.toAccounts')}</TextLink>
        <TextLink href={paths.instances(account)}>{t('wizard.toList')}</TextLink>
      </p>
    </Callout>
  );
}

export default withOutline(FormLoading, NewInstancePage);
