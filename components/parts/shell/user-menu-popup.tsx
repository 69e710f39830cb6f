'use client';
import { HandCoins, Link2, LogOut } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { isolatedNode } from '@/components/ui/foreign';
import type { MenuGroup, MenuPopupProps } from '@/components/ui/menu-group';
import { MenuPopup } from '@/components/ui/menu-popup';
import { paths } from '@/lib/paths';
import { useShell } from './context';
import { usePreferenceGroups } from './preference-groups';
import { useSignOut } from './use-sign-out';
import { useViewAs } from './use-view-as';

/** The menu of the person: linked accounts, language, theme, the provider's links, sign-out. */
export function UserMenuPopup(props: MenuPopupProps) {
  const t = useTranslations('shell');
  const { person, provider, theme, method } = useShell();
  const { language, look } = usePreferenceGroups(theme);
  const leave = useSignOut();
  const viewAs = useViewAs();
  const links = (['portal', 'status', 'support'] as const).flatMap((id) => {
    const href = provider[id];
    return href ? [{ id, label: t(id), href, outside: true }] : [];
  });
  const groups: MenuGroup[] = [
    {
      id: 'person',
      label: (
        <span className="block">
          <span className="text-ink block text-base font-medium break-words">
            {isolatedNode(person.name)}
          </span>
          <span className="block break-all">{person.detail}</span>
        </span>
      ),
      items: [
        { id: 'account', href: paths.account(), label: t('account'), icon: <Link2 aria-hidden /> },
        ...(method === 'provider'
          ? [
              {
                id: 'gateways',
                href: paths.paymentGateways(),
                label: t('paymentGateways'),
                icon: <HandCoins aria-hidden />,
              },
            ]
          : []),
      ],
    },
    ...(viewAs ? [viewAs] : []),
    language,
    look,
    ...(links.length > 0 ? [{ id: 'provider', label: provider.name, items: links }] : []),
    {
      id: 'leave',
      items: [
        {
          id: 'sign-out',
          label: t('signOut'),
          icon: <LogOut aria-hidden />,
          onSelect: () => void leave(),
        },
      ],
    },
  ];
  return <MenuPopup {...props} groups={groups} />;
}
