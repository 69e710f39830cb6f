'use client';
import { useTranslations } from 'use-intl';
import { Tabs } from '@/components/ui/tabs';
import { paths, type InstancePart } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';

/** The tabs that have a page, in the order of the design. */
const parts: readonly InstancePart[] = ['metrics', 'backups', 'firewall', 'network', 'storage'];

/** The pages of one instance; none while there is only the first. */
export function InstanceTabs({ instance }: { instance: string }) {
  const account = useAccount();
  const t = useTranslations('instances');
  if (parts.length === 0) return null;
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={[
        { href: paths.instance(account, instance), label: t('tabs.overview') },
        ...parts.map((part) => ({
          href: paths.instancePart(account, instance, part),
          label: t(`tabs.${part}`),
        })),
      ]}
    />
  );
}
