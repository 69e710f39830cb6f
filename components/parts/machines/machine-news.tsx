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

interface Given {
  machines: readonly MachineLook[];
  /** The machines when the page opened; this code may load later. */
  first: readonly MachineLook[];
  /** Shows the words to screen readers, in place of those before. */
  tell: (words: string) => void;
}

const groupsOf = (machines: readonly MachineLook[]): ReadonlyMap<string, StatusGroup> =>
  new Map(machines.map(({ id, group }) => [id, group]));

/**
 * Tells screen readers that a machine is ready, or in an error state, when the work on it has ended since the last read.
 * A machine that is first seen without work is not told of. Needs the messages `machines`.
 */
export function MachineNews({ machines, first, tell }: Given) {
  const t = useTranslations('machines.news');
  const before = useRef(groupsOf(first));
  useEffect(() => {
    const ended = machines.filter(
      ({ id, group }) => group !== 'busy' && before.current.get(id) === 'busy',
    );
    const begun = machines.some(
      ({ id, group }) => group === 'busy' && before.current.get(id) !== 'busy',
    );
    before.current = groupsOf(machines);
    const told = (group: StatusGroup, one: 'ready' | 'failed') => {
      const news = ended.filter((machine) => machine.group === group);
      return news.length > named
        ? [t(`many.${one}`, { count: news.length })]
        : news.map(({ name }) => t(`one.${one}`, { name }));
    };
    const words = [...told('error', 'failed'), ...told('run', 'ready')];
    // Emptied when work begins, so that equal news are told again.
    if (words.length > 0 || begun) tell(words.join(' '));
  }, [machines, tell, t]);
  return null;
}
