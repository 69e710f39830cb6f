'use client';
import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Menu } from '@/components/ui/menu';
import type { Machine } from './machine';
import { menuItem, useVerbs, type AskingVerb, type VerbView } from './verbs';

const verbs = ['console', 'start', 'stop', 'restart', 'rename', 'delete'] as const;

/** A verb as a button; the console is a link while it can be opened. */
function VerbButton({ view }: { view: VerbView }) {
  const { label, icon, disabledReason, href, onSelect, verb } = view;
  const main = verb === 'console' ? 'primary' : 'secondary';
  if (href && !disabledReason) {
    return (
      <ButtonLink href={href} variant={main} icon={icon}>
        {label}
      </ButtonLink>
    );
  }
  return (
    <Button icon={icon} disabledReason={disabledReason} onClick={onSelect}>
      {label}
    </Button>
  );
}

/** What can be done with an instance, at the head of its page. */
export function DetailActions({
  account,
  machine,
  onAsk,
}: {
  account: string;
  machine: Machine;
  onAsk: (verb: AskingVerb) => void;
}) {
  const t = useTranslations('machines');
  const views = useVerbs(account, machine, verbs, onAsk);
  const shown = views.slice(0, 4);
  const more = views.slice(4).map(menuItem);
  return (
    <>
      {shown.map((view) => (
        <VerbButton key={view.verb} view={view} />
      ))}
      <Menu
        trigger={
          <>
            <Ellipsis aria-hidden />
            {t('more')}
          </>
        }
        groups={[{ id: 'more', items: more }]}
        align="end"
      />
    </>
  );
}
