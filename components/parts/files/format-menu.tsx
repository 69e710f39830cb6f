'use client';
import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'use-intl';
import type { ButtonSize } from '@/components/ui/button-class';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Menu } from '@/components/ui/menu';
import type { FormatChoice } from './format-popup';

const FormatPopup = lazyNamed(() => import('./format-popup'), 'FormatPopup');

/** The menu of formats beside the button that saves a file. */
export function FormatMenu({ size = 'sm', ...more }: FormatChoice & { size?: ButtonSize }) {
  const t = useTranslations('ui.table');
  return (
    <Menu
      size={size}
      variant={size === 'sm' ? 'quiet' : 'secondary'}
      className="px-1"
      align="end"
      tip
      label={t('format')}
      trigger={<ChevronDown aria-hidden />}
      popup={FormatPopup}
      more={more}
    />
  );
}
