'use client';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowUp, Copy, Pencil, Trash2 } from 'lucide-react';
import { Suspense, useCallback, useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { Action } from '@/components/parts/actions/action';
import { refusedFor } from '@/components/parts/actions/use-permitted';
import { verbsOf } from '@/components/parts/actions/verb';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { lazyNamed } from '@/components/ui/lazy-named';
import { pricePerMonth } from '@/lib/format';
import { ProblemError } from '@/lib/problem';
import { usePerson } from '@/lib/query';
import type { GroupScope } from '@/lib/paths';
import { useGroup } from '@/lib/query/scope';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { volumes } from '@/lib/resources/awanio';
import { BalanceAfterRemoval } from '../balance/balance-after';
import { priceOf } from '../vms/price';
import { deleting } from './deleting';
import {
  aboutVolume,
  costOf,
  isBoot,
  isUsed,
  machineOf,
  volumeParams,
  type Volume,
} from './volume';

const RenameDialog = lazyNamed(() => import('./rename-dialog'), 'RenameDialog');
const GrowDialog = lazyNamed(() => import('./grow-dialog'), 'GrowDialog');
const TellIfGone = lazyNamed(() => import('./gone'), 'TellIfGone', 'quiet');
const CloneDialog = lazyNamed(() => import('./clone-dialog'), 'CloneDialog');

const volumesChange = { area: 'volumes' } as const;

/**
 * Returns the actions of a volume. Needs the messages `organization-volumes`.
 * @param may whether the person's role may change volumes here
 * @param placeOf where a volume stands; one of another place is changed there, by the person's role in it
 */
export function useVolumeActions(
  may: boolean,
  placeOf: (volume: Volume) => GroupScope,
): readonly Action<Volume>[] {
  const t = useTranslations('organization-volumes');
  const scope = useGroup();
  const remove = useDelete();
  const refusal = useRoleRefusal(may, volumesChange, t('noWrite'));
  return useMemo(() => {
    const verb = verbsOf<'organization-volumes', Volume>(t, volumes);
    const fixed = (volume: Volume) =>
      placeOf(volume).project !== scope.project
        ? t('reasons.inProject')
        : isBoot(volume)
          ? t('reasons.boot')
          : null;
    const used = (volume: Volume) => {
      const machine = machineOf(volume);
      if (machine) return t('reasons.used', { machine: machine.name });
      return isUsed(volume) ? t('reasons.usedByUnnamed') : null;
    };
    const all: readonly Action<Volume>[] = [
      verb('rename', {
        icon: <Pencil aria-hidden />,
        group: 'name',
        reason: fixed,
        dialog: (volume, close) => <RenameDialog volume={volume} onClose={close} />,
      }),
      verb('grow', {
        icon: <ArrowUp aria-hidden />,
        group: 'size',
        reason: fixed,
        dialog: (volume, close) => <GrowDialog volume={volume} onClose={close} />,
      }),
      verb('clone', {
        icon: <Copy aria-hidden />,
        group: 'size',
        reason: (volume) => fixed(volume) ?? used(volume),
        dialog: (volume, close) => <CloneDialog volume={volume} onClose={close} />,
      }),
      verb('delete', {
        icon: <Trash2 aria-hidden />,
        group: 'end',
        danger: true,
        bulk: true,
        reason: (volume) => fixed(volume) ?? used(volume),
        confirm: {
          text: (rows) => <DeleteText rows={rows} />,
          cost: (rows) => (
            <BalanceAfterRemoval hourly={rows.map(({ pricing }) => priceOf(pricing).perHour)} />
          ),
          typed: true,
        },
        run: remove,
      }),
    ];
    if (!refusal) return all;
    const { disabledReason, onBlocked } = refusal;
    return all.map((action) => refusedFor(action, disabledReason, onBlocked));
  }, [t, refusal, remove, scope, placeOf]);
}

/** Deletes a volume, A41. One that somebody else has deleted leaves the list. */
function useDelete(): (volume: Volume) => Promise<unknown> {
  const scope = useGroup();
  const change = useBackendChange();
  const client = useQueryClient();
  const { identity } = usePerson();
  return useCallback(
    (volume) =>
      deleting(volume.uuid, async () => {
        const params = { ...volumeParams(scope), volume_uuid: volume.uuid };
        return change('A41', { params }, aboutVolume(scope, volume));
      }).catch(async (error: unknown) => {
        if (error instanceof ProblemError) {
          const { readIfGone } = await import('./gone');
          await readIfGone({ client, identity, scope }, error.problem);
        }
        throw error;
      }),
    [scope, change, client, identity],
  );
}

/** Says what is lost and what is no longer paid. */
function DeleteText({ rows }: { rows: readonly Volume[] }) {
  const t = useTranslations('organization-volumes.delete');
  const all = useTranslations('organization-volumes');
  const locale = useLocale();
  const cost = costOf(rows);
  const price = cost === null ? all('unknownPrice') : pricePerMonth(cost, locale);
  const [one, ...others] = rows;
  return (
    <>
      {one && others.length === 0 ? (
        <Suspense fallback={null}>
          <TellIfGone volume={one} />
        </Suspense>
      ) : null}
      <p>{t('text', { count: rows.length })}</p>
      <p>{t('cost', { count: rows.length, price })}</p>
    </>
  );
}
