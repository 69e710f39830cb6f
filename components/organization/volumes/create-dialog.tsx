'use client';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { PriceSummary } from '@/components/parts/forms/price-summary';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { useShell } from '@/components/parts/shell/context';
import { Callout } from '@/components/ui/callout';
import type { DialogProps } from '@/components/ui/dialog-props';
import { TextLink } from '@/components/ui/text-link';
import { gigabytes } from '@/lib/format';
import { useGroup } from '@/lib/query/scope';
import { volumes } from '@/lib/resources/awanio';
import { OrganizationBalance } from '../balance/organization-balance';
import { LabelField } from './label-field';
import { PlanField, usePlans } from './plan-field';
import type { VolumePlan } from './plans';
import { useBlame } from './use-blame';
import { aboutVolume } from './volume';

/**
 * The dialog that creates a volume (A40), with its price. A volume is created for the organization, also in a project,
 * since A40 takes no project.
 * @param plan uuid of the plan that it starts with
 */
export function CreateDialog({ onClose, plan: first = '' }: DialogProps & { plan?: string }) {
  const scope = useGroup();
  const owner = { org: scope.org };
  const t = useTranslations('organization-volumes');
  const router = useRouter();
  const choice = usePlans();
  const form = useDialogForm('A40', {
    onClose,
    defaults: { label: '', pricing_uuid: first },
    input: (values) => ({ body: { organization_uuid: scope.org, ...values } }),
    blame: useBlame(),
    about: ({ body: { label } }, made) => aboutVolume(owner, { uuid: made?.uuid ?? '', label }),
    done: (_, { label: name }) => {
      const title = t('create.done', { name });
      if (scope.project === undefined) return title;
      const onSelect = () => router.push(volumes.page(owner));
      return { tone: 'good', title, action: { label: t('create.show'), onSelect } };
    },
  });
  const plan = choice.plans.find(({ uuid }) => uuid === form.form.watch('pricing_uuid'));
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('create.label')}
      submit={t('create.label')}
      reason={choice.none}
    >
      {scope.project === undefined ? null : <NotInProject org={scope.org} />}
      <LabelField form={form} />
      <PlanField choice={choice} field={form.field('pricing_uuid', { required: true })} />
      {plan ? <Price plan={plan} /> : null}
    </FormDialog>
  );
}

/** Says that the volume won't be in the project, and where it will be found. */
function NotInProject({ org }: { org: string }) {
  const t = useTranslations('organization-volumes.create');
  const { scopes } = useShell();
  const name = scopes.find(({ key }) => key === `o/${org}`)?.label ?? org;
  return (
    <Callout title={t('notInProject')}>
      <p>
        {t.rich('notInProjectText', {
          name,
          link: (words) => <TextLink href={volumes.page({ org })}>{words}</TextLink>,
        })}
      </p>
    </Callout>
  );
}

function Price({ plan: { name, size, perHour, perMonth } }: { plan: VolumePlan }) {
  const t = useTranslations('organization-volumes');
  const locale = useLocale();
  const label = t('line', { plan: name, size: gigabytes(size, locale) });
  return (
    <PriceSummary lines={[{ label, perHour }]} {...{ perHour, perMonth }} estimate>
      <p className="text-faint text-sm">{t('charged')}</p>
      <OrganizationBalance added={perHour} ordered={perHour} />
    </PriceSummary>
  );
}
