'use client';
import { useTranslations } from 'use-intl';
import { ChoiceField } from '@/components/parts/forms/choice-field';
import type { ProblemForm } from '@/components/parts/forms/use-problem-form';
import { Select } from '@/components/ui/select';
import { unknownOrganization } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import { useAddressChoice } from '../addresses/use-address-choice';
import type { ClusterOrder } from './order';

const none: ReadonlySet<string> = new Set();

/**
 * Asks for the external address of a new cluster: none, a new one that is kept or not, or a reserved one.
 * @param reuses whether this deployment can give a reserved address to a cluster
 */
export function AddressFields({
  form,
  external,
  reuses,
}: {
  form: ProblemForm<ClusterOrder>;
  external: ClusterOrder['external'];
  reuses: boolean;
}) {
  const t = useTranslations('clusters.create');
  const { org } = useGroup();
  const existing = external === 'existing';
  const choice = useAddressChoice(org, existing, none, {
    none: t('addressNone'),
    taken: t('addressTaken'),
  });
  const off = !reuses || org === unknownOrganization;
  return (
    <>
      <Select label={t('external')} hint={t('externalHint')} {...form.field('external')}>
        {(['none', 'new', 'kept'] as const).map((value) => (
          <option key={value} value={value}>
            {t(`externals.${value}`)}
          </option>
        ))}
        <option value="existing" disabled={off}>
          {t(off ? 'externals.existingOff' : 'externals.existing')}
        </option>
      </Select>
      {existing ? (
        <ChoiceField
          form={form}
          name="address"
          choice={choice}
          label={t('reserved')}
          hint={
            choice.first === null ? t('reservedHint') : t('reservedFirst', { count: choice.first })
          }
        />
      ) : null}
    </>
  );
}
