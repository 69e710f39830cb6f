'use client';
import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { StatusGroup } from '@/lib/contract/states';

/** What is told of a machine. */
export interface MachineLook {
  id: string;
  name: string;
  /** Its state's group; `busy` while any work on it is under way. */
  group: StatusGroup;
}

/** As many machines are named at once; more are counted. */
const named = 3;

/**
 * Tells screen readers that a machine is ready, or in an error state, when the work on it has ended since the last read.
 * A machine that is first seen without work is not told of. Needs the messages `machines`.
 */
export function MachineNews({ machines }: { machines: readonly MachineLook[] }) {
  const t = useTranslations('machines.news');
  const region = useRef<HTMLParagraphElement>(null);
  const before = useRef<ReadonlyMap<string, StatusGroup>>(new Map());
  useEffect(() => {
    const ended = machines.filter(
      ({ id, group }) => group !== 'busy' && before.current.get(id) === 'busy',
    );
    const begun = machines.some(
      ({ id, group }) => group === 'busy' && before.current.get(id) !== 'busy',
    );
    before.current = new Map(machines.map(({ id, group }) => [id, group]));
    const told = (group: StatusGroup, one: 'ready' | 'failed') => {
      const news = ended.filter((machine) => machine.group === group);
      return news.length > named
        ? [t(`many.${one}`, { count: news.length })]
        : news.map(({ name }) => t(`one.${one}`, { name }));
    };
    const words = [...told('error', 'failed'), ...told('run', 'ready')];
    // Set without React, since it follows from two reads; emptied when work begins, so that equal news are told again.
    if (region.current && (words.length > 0 || begun)) region.current.textContent = words.join(' ');
  }, [machines, t]);
  return <p ref={region} role="status" className="sr-only" />;
}
