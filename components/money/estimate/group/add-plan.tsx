'use client';
import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { availableNodes } from '@/components/organization/clusters/cluster';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/select';
import { pricePerMonth } from '@/lib/format';
import { isolated } from '@/lib/intl/foreign';
import { usePlanSize } from '../../offers/group/plan-size';
import type { Plan } from '../../offers/group/plans';
import type { EstimateLine } from '../lines';
import { estimateKinds, planLine } from './plan-lines';

/** Adds one of a plan to the estimate. */
export function AddPlan({
  plans,
  onAdd,
}: {
  plans: readonly Plan[];
  onAdd: (line: EstimateLine) => void;
}) {
  const t = useTranslations('estimate');
  const ui = useTranslations('ui');
  const locale = useLocale();
  const size = usePlanSize();
  const [chosen, setChosen] = useState('');
  const [highlyAvailable, setHighlyAvailable] = useState(false);
  const plan = plans.find(({ uuid }) => uuid === chosen);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const line = plan && planLine(plan, { highlyAvailable });
    if (line) onAdd(line);
  };
  const words = (of: Plan) =>
    [of.name, size(of), pricePerMonth(of.perMonth, locale)].filter(Boolean).join(' · ');
  const groups = estimateKinds
    .map((kind) => ({ kind, plans: plans.filter((one) => one.kind === kind) }))
    .filter(({ plans: found }) => found.length > 0);
  if (groups.length === 0) return <p className="text-muted">{t('nothingOffered')}</p>;
  return (
    <form onSubmit={add} className="flex flex-wrap items-end gap-3">
      <Select
        className="min-w-0 grow basis-64"
        label={t('plan')}
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
      >
        <option value="">{ui('choose')}</option>
        {groups.map(({ kind, plans: found }) => (
          <optgroup key={kind} label={t(`groups.${kind}`)}>
            {found.map((one) => (
              <option key={one.uuid} value={one.uuid}>
                {isolated(one.soldOut ? `${words(one)} · ${t('soldOut')}` : words(one))}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      {plan?.kind === 'pods' ? (
        <Checkbox
          label={t('available', { count: availableNodes })}
          hint={t('availableText')}
          checked={highlyAvailable}
          onChange={({ target }) => setHighlyAvailable(target.checked)}
        />
      ) : null}
      <Button
        type="submit"
        icon={<Plus aria-hidden />}
        disabledReason={plan ? null : t('planFirst')}
      >
        {t('addOne')}
      </Button>
    </form>
  );
}
