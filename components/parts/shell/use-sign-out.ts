'use client';
import { useTranslations } from 'use-intl';
import { toast } from '@/components/ui/toast';
import { paths } from '@/lib/paths';
import { leaveFor } from '@/lib/query/hide-page';
import { usePerson } from '@/lib/query/person';
import { beforeSignOut } from '@/lib/query/transfers-asked';
import { signOut } from '@/lib/session/browser';

/** Signs this person out. What the browser kept is deleted; linked keys stay. */
export function useSignOut(): () => Promise<void> {
  const t = useTranslations('shell');
  const { identity } = usePerson();
  return async () => {
    const goesOn = await beforeSignOut.current()?.();
    if (goesOn === false) return;
    if (!(await signOut())) {
      toast({ tone: 'danger', title: t('signOutFailed'), text: t('signOutFailedText') });
      return;
    }
    leaveFor(paths.signIn(), identity);
  };
}
