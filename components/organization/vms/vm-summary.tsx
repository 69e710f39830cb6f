'use client';
import { useLocale, useTranslations } from 'use-intl';
import { Copyable } from '@/components/parts/machines/copyable';
import { ImageName } from '@/components/parts/machines/image-name';
import { Fact, Facts, FactsFrame } from '@/components/ui/fact';
import { gigabytes, megabytes, pricePerHour, rupiah } from '@/lib/format';
import { nameOf } from './columns';
import { priceOf } from './price';
import type { VmDetail } from './vm-facts';

/** What a machine is and costs and where it is reached, at one look. */
export function VmSummary({ vm }: { vm: VmDetail }) {
  const t = useTranslations('vms.detail');
  const list = useTranslations('vms.list');
  const m = useTranslations('machines');
  const locale = useLocale();
  const { perHour, perMonth } = priceOf(vm.pricing);
  const [address] = vm.ip_addresses;
  const size = [
    vm.vcpu_core === null ? null : m('cores', { count: vm.vcpu_core }),
    vm.ram_mb === null ? null : megabytes(vm.ram_mb, locale),
  ].filter((part) => part !== null);
  return (
    <FactsFrame label={t('overview')}>
      <Facts>
        <Fact
          size="words"
          term={t('external')}
          value={
            address ? (
              <Copyable text={address} label={list('copyPublic', { name: nameOf(vm) })} />
            ) : (
              '–'
            )
          }
        >
          {vm.private_ip_address_v4 ? (
            <span className="font-mono">{vm.private_ip_address_v4}</span>
          ) : null}
        </Fact>
        <Fact
          size="words"
          term={m('image')}
          value={<ImageName image={vm.catalogue?.name ?? null} large />}
        />
        <Fact size="words" term={m('size')} value={size.join(' · ') || '–'}>
          <span>{t('ofDisk', { size: gigabytes(vm.disk_size_gb, locale) })}</span>
          {vm.pricing?.instance_type ? <span>{vm.pricing.instance_type}</span> : null}
        </Fact>
        <Fact
          size="words"
          term={`${t('priceTitle')}, ${m('perMonth').toLowerCase()}`}
          value={rupiah(perMonth)}
        >
          <span className="tabular">{pricePerHour(perHour, locale)}</span>
        </Fact>
      </Facts>
    </FactsFrame>
  );
}
