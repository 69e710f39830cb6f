'use client';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { useListener } from '@/components/ui/use-listener';
import { paths } from '@/lib/paths';
import { leaveFor } from '@/lib/query/hide-page';
import { endView } from '@/lib/session/browser-view-as';

/** Sends the form of the view's bar, so that the other tabs hear of it. Without this code, the browser sends it. */
export function ViewEnd() {
  const t = useTranslations('shell.viewAs');
  const end = async () => {
    try {
      await endView();
    } catch {
      toast({ tone: 'danger', title: t('endFailed'), text: t('endFailedText') });
      return;
    }
    leaveFor(paths.home());
  };
  useListener('submit', (event) => {
    if (!(event.target instanceof HTMLFormElement) || !event.target.hasAttribute('data-end-view'))
      return;
    event.preventDefault();
    void end();
  });
  return null;
}
