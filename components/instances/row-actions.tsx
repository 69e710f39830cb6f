'use client';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Menu } from '@/components/ui/menu';
import { nameOf, type Machine } from './machine';
import { menuItem, useVerbs, type AskingVerb } from './verbs';

const verbs = ['console', 'start', 'stop', 'restart', 'delete'] as const;

/** The menu at a row's end. */
export function RowActions({
  account,
  machine,
  onAsk,
}: {
  account: string;
  machine: Machine;
  onAsk: (verb: AskingVerb) => void;
}) {
  const t = useTranslations('machines');
  const views = useVerbs(account, machine, verbs, onAsk).map(menuItem);
  const groups = [
    { id: 'use', items: views.slice(0, 1) },
    { id: 'power', items: views.slice(1, 4) },
    { id: 'end', items: views.slice(4) },
  ];
  return (
    <Menu
      trigger={<Ellipsis aria-hidden />}
      label={t('actionsFor', { name: nameOf(machine) })}
      groups={groups}
      variant="quiet"
      size="sm"
      align="end"
      className="w-7 !px-0"
    />
  );
}
