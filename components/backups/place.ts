'use client';
import { useCallback, useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useRefusal } from '@/components/actions/use-permitted';
import { nameOf } from '@/components/instances/machine';
import { useNow } from '@/components/instances/under-way';
import type { Detail } from '@/components/instances/use-instance';
import { reasonWhy, transient, type InstanceVerb } from '@/lib/contract/states';
import { paths } from '@/lib/paths';

/** Where the tab stands: whose machine, which, and what its state allows. */
export interface Place {
  /** Slug of the account. */
  account: string;
  /** Uuid of the instance. */
  instance: string;
  /** The instance's name. */
  name: string;
  /** Path of this tab. */
  href: string;
  machine: Detail;
  /** Work is in progress on it. */
  busy: boolean;
  /** Why the key or the machine's state doesn't allow a verb, in words; null where they do. */
  why: (verb: InstanceVerb) => string | null;
}

/** What the tab knows of its machine. */
export function usePlace(account: string, detail: Detail): Place {
  const t = useTranslations('machines');
  const machine = useNow(detail);
  const { status, operation_flag } = machine;
  const refusal = useRefusal(account, 'write_instance');
  const why = useCallback(
    (verb: InstanceVerb) => {
      const reason = reasonWhy(verb, { status, operation_flag });
      return refusal ?? (reason && t(`reasons.${reason}`));
    },
    [t, status, operation_flag, refusal],
  );
  return {
    account,
    instance: detail.uuid,
    name: nameOf(detail),
    href: paths.instancePart(account, detail.uuid, 'backups'),
    machine: detail,
    busy: transient(status, operation_flag),
    why,
  };
}

/** Does something once work on the machine has ended: what it changed is there then. */
export function useWhenSettled(busy: boolean, act: () => void): void {
  const before = useRef(busy);
  const latest = useEffectEvent(act);
  useEffect(() => {
    if (before.current && !busy) latest();
    before.current = busy;
  }, [busy]);
}
