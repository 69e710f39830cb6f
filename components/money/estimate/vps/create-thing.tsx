'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Overlay } from '@/components/parts/actions/overlay';
import { useRefusal } from '@/components/parts/actions/use-permitted';
import { Button } from '@/components/ui/button';
import { lazyNamed } from '@/components/ui/lazy-named';
import { TextLink } from '@/components/ui/text-link';
import { prefillQuery } from '@/components/vps/instances/wizard/prefill';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';
import type { VpsThing } from './vps-lines';

const CreateVolume = lazyNamed(
  () => import('@/components/vps/volumes/create-dialog'),
  'CreateDialog',
);
const CreateAddress = lazyNamed(
  () => import('@/components/vps/addresses/create-dialog'),
  'CreateDialog',
);

/** Creates one of a thing: a link to the filled form, or a button for the filled dialog. @param count how many the estimate has */
export function CreateThing({
  thing,
  name,
  count,
}: {
  thing: VpsThing;
  name: string;
  count: number;
}) {
  const account = useAccount();
  const t = useTranslations('estimate');
  const refusal = useRefusal(thing.kind === 'address' ? 'write_network' : 'write_instance');
  const [open, setOpen] = useState(false);
  const words = (
    <>
      {t('create', { count })}
      <span className="sr-only">: {name}</span>
    </>
  );
  if (thing.kind === 'machine' && !refusal)
    return <TextLink href={paths.newInstance(account, prefillQuery(thing))}>{words}</TextLink>;
  const close = () => setOpen(false);
  return (
    <>
      <Button size="sm" disabledReason={refusal} onClick={() => setOpen(true)}>
        {words}
      </Button>
      {open ? (
        <Overlay>
          {thing.kind === 'volume' ? (
            <CreateVolume onClose={close} start={volumeStart(thing)} />
          ) : (
            <CreateAddress onClose={close} start={thing.location} />
          )}
        </Overlay>
      ) : null}
    </>
  );
}

const volumeStart = ({ location, type, size }: Extract<VpsThing, { kind: 'volume' }>) => ({
  location_id: location,
  storage_type: type,
  size,
});
