'use client';
import { useRouter } from 'next/navigation';
import { Suspense, useCallback, useEffect, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import { useOpened } from '@/components/parts/actions/use-opened';
import { RequestPanel } from '@/components/parts/forms/request-panel';
import { useBackendForm } from '@/components/parts/forms/use-backend-form';
import { noteCreated, type Created } from '@/components/parts/machines/created/created';
import { OrderLayout } from '@/components/parts/machines/order/order-layout';
import { lazyNamed } from '@/components/ui/lazy-named';
import { toast } from '@/components/ui/toast';
import type { Row } from '@/lib/contract/types';
import { gigabytes } from '@/lib/format';
import { paths } from '@/lib/paths';
import { instancePrice } from '@/lib/pricing';
import { request } from '@/lib/query';
import { useAccount } from '@/lib/query/scope';
import { AccessSection, BackupSection } from './access-section';
import { adjust } from './adjust';
import { NetworkSection } from './network-section';
import { Looked } from './part';
import type { Place, WizardParts } from './parts';
import { ImageSection, LocationSection, type EnlargedSize } from './place-section';
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
const UnnamedMachine = lazyNamed(
  () => import('@/components/parts/machines/created/unnamed-machine'),
  'UnnamedMachine',
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
    const below = address === 'existing' || vswitch !== '' || (ssh_keys?.length ?? 0) > 0;
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

/** An order that was accepted. */
interface Ordered {
  hostname: string;
  created: Created;
  /** Whether the answer named the machine, whose page is then on its way. */
  named: boolean;
}

function useWizard({ start, prefilled, locations, sizes }: WizardFormProps) {
  const account = useAccount();
  const t = useTranslations('instances');
  const router = useRouter();
  const { wanted, want, look } = useWanted(start);
  const catalogue = useCatalogue(wanted);
  const nameOf = useKnownNames(catalogue.names);
  const [generated, setGenerated] = useState<string | null>(null);
  const [ordered, setOrdered] = useState<Ordered | null>(null);
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
    onDone: ({ uuid }, sent) => {
      const { hostname, username, password, address } = sent;
      const { ssh_keys: ids } = adjust(sent, catalogue.offered, nameOf).values;
      const chosenKeys = catalogue.offered.keys?.filter(({ id }) => ids?.includes(id)) ?? [];
      const created: Created = {
        user: username,
        password: password === generated ? password : null,
        keys: chosenKeys.map(({ id, title }) => title ?? id),
        address: address !== 'none',
      };
      setOrdered({ hostname, created, named: Boolean(uuid) });
      if (!uuid) return;
      noteCreated(uuid, created);
      toast({ tone: 'good', title: t('toasts.create', { name: hostname }) });
      router.push(paths.instance(account, uuid));
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
    set('ssh_keys', [...(values.ssh_keys ?? []), id]);
  };
  const { open, opened } = useOpened((_: true, onClose) => (
    <AddKeyDialog onClose={onClose} onAdded={(id) => void chooseNewKey(id)} />
  ));
  const addKey = () => open(true);
  const takePassword = (password: string) => {
    setGenerated(password);
    set('password', password);
  };
  const offer = { catalogue, locations, sizes };
  const acts = { set, choice, addKey, takePassword, price, look };
  const parts: WizardParts = { form, values, ...offer, ...acts };
  return { parts, changes, keyDialog: opened, ordered };
}

/** The whole form, with the price beside it. */
export function WizardForm(props: WizardFormProps) {
  const t = useTranslations('instances');
  const locale = useLocale();
  const { parts, changes, keyDialog, ordered } = useWizard(props);
  const [enlarged, setEnlarged] = useState<EnlargedSize | null>(null);
  const { form, values, set } = parts;
  const { perMonth = null, perHour = null } = parts.price() ?? {};
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
  if (ordered && !ordered.named) return <Unnamed {...ordered} />;
  // The page never shows the password: the panel shows a variable instead of this placeholder.
  const body = { ...orderOf(form.canonical(values)), password: 'x' };
  return (
    <>
      <OrderLayout
        shell={form}
        ordered={ordered !== null}
        summary={<Summary parts={parts} />}
        {...{ perMonth, perHour }}
        submit={t('wizard.submit')}
        submitting={t('wizard.submitting')}
      >
        <LocationSection parts={parts} changes={changes} />
        <ImageSection parts={parts} enlarged={enlarged} onChoose={chooseImage} />
        <SizeSection parts={parts} onChoose={applySize} />
        <Looked onSeen={() => parts.look('below')}>
          <div className="flex flex-col gap-4">
            <NetworkSection parts={parts} />
            <BackupSection parts={parts} />
            <AccessSection parts={parts} />
            <RequestPanel of="D03" input={{ body }} secrets={['password']} />
          </div>
        </Looked>
      </OrderLayout>
      {/* The dialog has its own form, and HTML forbids a form inside a form. */}
      {keyDialog}
    </>
  );
}

/** Looks for the machine of an order whose answer named none. */
function Unnamed({ hostname, created }: Ordered) {
  const account = useAccount();
  const router = useRouter();
  const find = async () => {
    const { data } = await request('D02', { query: { search: hostname, limit: 20 } }, { account });
    return data.find((machine) => machine.hostname === hostname)?.uuid ?? null;
  };
  const onFound = (uuid: string) => {
    noteCreated(uuid, created);
    router.push(paths.instance(account, uuid));
  };
  return (
    <Suspense>
      <UnnamedMachine {...{ created, find, onFound }} list={paths.instances(account)} />
    </Suspense>
  );
}
