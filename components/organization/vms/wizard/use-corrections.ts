'use client';
/** What a refused order tells about the wizard's choices. */
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { serverNow } from '@/lib/clock';
import { ProblemError, type Problem } from '@/lib/problem';
import { request } from '@/lib/query';
import { readFresh } from '@/lib/query/fetcher';
import { balanceOf, type Balance } from '../balance';
import { findChoice, planGroups, withSoldOut, type Grouped, type PlanChoice } from '../catalogue';
import { obstacleOf } from '../refusal';
import type { VmValues } from '../values';

interface Known {
  plans: readonly Grouped<PlanChoice>[];
  balance: Balance;
}

export interface Corrections extends Known {
  /** Uuids of reserved addresses that were given to others meanwhile. */
  taken: ReadonlySet<string>;
  /** Why the plan was cleared after the person had chosen it, in words. */
  whyCleared: string | null;
  setWhyCleared: (why: string | null) => void;
  /** Notes why an order was refused, and reads again what that changes. A plan that is sold out is cleared. */
  learn: (problem: Problem, values: VmValues, form: UseFormReturn<VmValues>) => void;
}

/** Moves the focus to the first plan that can be chosen. @param soldOut the plan that can't be, though the page may still offer it */
export function focusPlans(soldOut: string): void {
  setTimeout(() => {
    const plans = document.querySelectorAll<HTMLInputElement>('input[name=plan]:enabled');
    [...plans].find(({ value }) => value !== soldOut)?.focus();
  });
}

/** Ignores that a read failed: what is known stays. */
function keepKnown(error: unknown): void {
  if (!(error instanceof ProblemError)) throw error;
}

/** Starts with what the page knows. @param organization uuid of the organization that pays */
export function useCorrections(page: Known, organization: string): Corrections {
  const t = useTranslations('vms.wizard');
  const [whyCleared, setWhyCleared] = useState<string | null>(null);
  const [known, setKnown] = useState(page);
  const [soldOut, setSoldOut] = useState<ReadonlySet<string>>(new Set());
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const readPlans = async () => {
    const { data } = await readFresh(() => request('A34', {}));
    setKnown((before) => ({ ...before, plans: planGroups(data) }));
  };
  const readBalance = async () => {
    const answer = await readFresh(() => request('A07', { params: { uuid: organization } }));
    setKnown((before) => ({ ...before, balance: balanceOf(answer, serverNow()) }));
  };
  return {
    ...known,
    plans: withSoldOut(known.plans, soldOut),
    taken,
    whyCleared,
    setWhyCleared,
    learn: (problem, { plan, address }, form) => {
      const obstacle = obstacleOf(problem);
      if (obstacle === 'address') setTaken((before) => new Set([...before, address]));
      if (obstacle === 'balance' && known.balance !== 'hidden') readBalance().catch(keepKnown);
      if (obstacle !== 'plan') return;
      setSoldOut((before) => new Set([...before, plan]));
      setWhyCleared(t('planSoldOut', { plan: findChoice(known.plans, plan)?.name ?? '' }));
      form.setValue('plan', '', { shouldDirty: true });
      focusPlans(plan);
      readPlans().catch(keepKnown);
    },
  };
}
