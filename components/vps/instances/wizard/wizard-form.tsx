'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import { useOpened } from '@/components/parts/actions/use-opened';
import { DraftNote } from '@/components/parts/forms/draft-note';
import { keepEnter } from '@/components/parts/forms/keep-enter';
import { FormProblem } from '@/components/parts/forms/form-problem';
import { LeaveGuard } from '@/components/parts/forms/leave-guard';
import { useBackendForm } from '@/components/parts/forms/use-backend-form';
import { LiveFields } from '@/components/parts/machines/live-fields';
import { Button } from '@/components/ui/button';
import { OfflineNote } from '@/components/ui/offline-note';
import { lazyNamed } from '@/components/ui/lazy-named';
import { toast } from '@/components/ui/toast';
import type { Row } from '@/lib/contract/types';
import { gigabytes } from '@/lib/format';
import { paths } from '@/lib/paths';
import { instancePrice } from '@/lib/pricing';
import { useAccount } from '@/lib/query/scope';
import { AccessSection, BackupSection } from './access-section';
import { adjust } from './adjust';
import { NetworkSection } from './network-section';
import { Looked } from './part';
import type { Place, WizardParts } from './parts';
import { ImageSection, LocationSection, type EnlargedSize } from './place-section';
import { ReviewSection } from './review-section';
import { SizeSection } from './size-section';
import { Summary } from './summary';
import { useCatalogue } from './use-catalogue';
import {
  fittingSize,
  imageName,
  minDisk,
  orderOf,
  pricedOf,
  prefillFields,
  type SizeTemplate,
  type WizardValues,
} from './values';

const AddKeyDialog = lazyNamed(
  () => import('@/components/vps/ssh-keys/add-key-dialog'),
  'AddKeyDialog',
);

/** What the form needs from its reads. */
export interface WizardFormProps {
  /** The values with which a new form starts. */
  start: WizardValues;
  /** Whether a link filled in some of these values. */
  prefilled: boolean;
  locations: readonly Row<'D75'>[];
  sizes: readonly SizeTemplate[];
}

/** Fields of the body that have another name in the form. */
const fieldNames = {
  use_public_ip: 'address',
  use_shared_cpu: 'cpu_kind',
  use_dedicated_cpu: 'cpu_kind',
} as const;

/** Remembers the names of all offers that this page has shown, so that it can name a choice that was replaced. */
function useKnownNames(now: ReadonlyMap<string, string>): (id: string) => string {
  const t = useTranslations('instances');
  const [known, setKnown] = useState(now);
  if ([...now.keys()].some((id) => !known.has(id))) setKnown(new Map([...known, ...now]));
  return (id) => known.get(id) ?? t('wizard.earlierChoice');
}

/** Removes the prefill from the URL when a choice differs from it, because a reload would undo the choice. */
function usePrefillUntilChanged(prefilled: boolean, start: WizardValues, values: WizardValues) {
  const changed = prefilled && prefillFields.some((name) => values[name] !== start[name]);
  useEffect(() => {
    if (changed) window.history.replaceState(null, '', window.location.pathname);
  }, [changed]);
}

/** What of the catalogue is wanted: for what is chosen, and for what somebody has scrolled to. */
function useWanted(start: WizardValues) {
  const [chosen, setChosen] = useState({
    location: start.location_id,
    tier: start.tier_id,
    below: false,
  });
  const [seen, setSeen] = useState({ tiers: false, below: false });
  const look = useCallback((at: Place) => setSeen((before) => ({ ...before, [at]: true })), []);
  /** Follows the choices; a draft may hold some from further down. */
  const want = ({ location_id, address, vswitch, ssh_keys }: WizardValues, tier: string) => {
    const below = address === 'existing' || vswitch !== '' || ssh_keys.length > 0;
    const { location: before, tier: tierBefore, below: belowBefore } = chosen;
    if (location_id !== before || tier !== tierBefore || below !== belowBefore)
      setChosen({ location: location_id, tier, below });
  };
  return {
    wanted: { ...chosen, tiers: seen.tiers, below: chosen.below || seen.below },
    want,
    look,
  };
}

function useWizard({ start, prefilled, locations, sizes }: WizardFormProps) {
  const account = useAccount();
  const t = useTranslations('instances');
  const router = useRouter();
  const { wanted, want, look } = useWanted(start);
  const catalogue = useCatalogue(wanted);
  const nameOf = useKnownNames(catalogue.names);
  const form = useBackendForm('D03', {
    defaults: start,
    fieldNames,
    draft: `instance-new:${account}`,
    secrets: ['password'],
    given: prefilled ? prefillFields : [],
    input: (chosen: WizardValues) => ({
      body: orderOf(adjust(chosen, catalogue.offered, nameOf).values),
    }),
    about: ({ body }, made) => ({
      kind: 'instance',
      id: made?.uuid ?? '',
      name: body.hostname,
      href: made?.uuid ? paths.instance(account, made.uuid) : paths.instances(account),
    }),
    onDone: ({ uuid }, { hostname }) => {
      toast({ tone: 'good', title: t('toasts.create', { name: hostname }) });
      router.push(uuid ? paths.instance(account, uuid) : paths.instances(account));
    },
  });
  const chosen: WizardValues = { ...start, ...useWatch({ control: form.form.control }) };
  usePrefillUntilChanged(prefilled, start, chosen);
  const { values, changes } = adjust(chosen, catalogue.offered, nameOf);
  want(chosen, values.tier_id);
  const set: WizardParts['set'] = (name, value) => {
    form.form.setValue(name, value as never, { shouldDirty: true, shouldTouch: true });
    form.form.clearErrors(name);
  };
  const choice: WizardParts['choice'] = (name, rules) => {
    const { name: id, error = null } = form.field(name, rules);
    return {
      name: id,
      error,
      value: values[name],
      onChange: ({ target }) => set(name, target.value as never),
    };
  };
  const price: WizardParts['price'] = (change = {}, tier = values.tier_id) => {
    const rows = catalogue.prices.get(tier);
    return rows ? instancePrice(rows, { ...pricedOf(values), ...change }) : null;
  };
  const chooseNewKey = async (id: string) => {
    await catalogue.keys.refetch(); // The list must have the key before it can be chosen.
    set('ssh_keys', [...values.ssh_keys, id]);
  };
  const { open, opened } = useOpened((_: true, onClose) => (
    <AddKeyDialog onClose={onClose} onAdded={(id) => void chooseNewKey(id)} />
  ));
  const addKey = () => open(true);
  const offer = { catalogue, locations, sizes };
  const parts: WizardParts = { form, values, ...offer, set, choice, addKey, price, look };
  return { parts, changes, keyDialog: opened };
}

/** The whole form, with the price beside it. */
export function WizardForm(props: WizardFormProps) {
  const t = useTranslations('instances');
  const locale = useLocale();
  const { parts, changes, keyDialog } = useWizard(props);
  const [enlarged, setEnlarged] = useState<EnlargedSize | null>(null);
  const { form, values, set } = parts;
  const applySize = (size: SizeTemplate) => {
    set('size', size.id);
    set('cpu', size.total_cpu ?? values.cpu);
    set('memory', size.total_ram ?? values.memory);
    set('storage', size.total_disk ?? values.storage);
  };
  const chooseImage = (image: Row<'D74'>) => {
    set('template_id', image.template_id);
    const need = minDisk(image);
    if (values.storage >= need) return setEnlarged(null);
    const size = values.size === 'own' ? undefined : fittingSize(props.sizes, image);
    const disk = gigabytes(need, locale);
    if (size) applySize(size);
    else set('storage', need);
    setEnlarged({ image: imageName(image), disk, to: size?.title ?? disk });
  };
  return (
    <>
      <form
        method="post" // Without JavaScript, a GET form would put the password into the URL.
        onSubmit={form.onSubmit}
        onKeyDown={keepEnter}
        noValidate
        className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]"
      >
        <LiveFields>
          <LeaveGuard active={form.dirty} />
          <div className="flex min-w-0 flex-col gap-4">
            <DraftNote draft={form.draft} />
            <LocationSection parts={parts} changes={changes} />
            <ImageSection parts={parts} enlarged={enlarged} onChoose={chooseImage} />
            <SizeSection parts={parts} onChoose={applySize} />
            <Looked onSeen={() => parts.look('below')}>
              <div className="flex flex-col gap-4">
                <NetworkSection parts={parts} />
                <BackupSection parts={parts} />
                <AccessSection parts={parts} />
                <ReviewSection parts={parts} />
              </div>
            </Looked>
          </div>
          <div className="flex flex-col gap-3 lg:sticky lg:top-16 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto">
            <Summary parts={parts} />
            <FormProblem problem={form.problem} loose={form.loose} />
            <OfflineNote />
            <Button
              type="submit"
              variant="primary"
              loading={form.pending}
              className="min-h-9 w-full"
            >
              {t('wizard.submit')}
            </Button>
          </div>
        </LiveFields>
      </form>
      {/* The dialog has its own form, and HTML forbids a form inside a form. */}
      {keyDialog}
    </>
  );
}
