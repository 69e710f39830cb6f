'use client';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { useGroup } from '@/lib/query/scope';
import { whyAsked, type Lacking } from './why';

/** Opens “Why can't I?”, on a page that the role may not see. */
export function WhyButton(lacking: Lacking) {
  const t = useTranslations('shell');
  const group = useGroup();
  return <Button onClick={() => whyAsked.set({ lacking, group })}>{t('why')}</Button>;
}
