'use client';
import { Ban, Check, CircleDashed, type LucideIcon } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { cx } from '@/components/ui/cx';
import { keyRights } from '@/lib/contract/permissions';
import type { KeyView } from '@/lib/session/key-view';

type RightState = 'granted' | 'refused' | 'unknown';

const looks: Record<RightState, { Icon: LucideIcon; icon: string; text: string }> = {
  granted: { Icon: Check, icon: 'text-run', text: '' },
  refused: { Icon: Ban, icon: 'text-danger', text: 'text-muted' },
  unknown: { Icon: CircleDashed, icon: 'text-faint', text: 'text-muted' },
};

/** What a key has been seen to do, a line each: by icon and in words. */
export function KeyRights({ account: { label, access } }: { account: KeyView }) {
  const t = useTranslations('account.keys');
  return (
    <ul
      aria-label={t('rightsOf', { label })}
      className="grid gap-x-6 gap-y-0.5 text-left sm:grid-cols-[max-content_max-content]"
    >
      {keyRights.map((right) => {
        const known: RightState = access.rights[right] ?? 'unknown';
        const { Icon, icon, text } = looks[known];
        return (
          <li key={right} className={cx('flex items-start gap-1.5', text)}>
            <Icon aria-hidden className={cx('mt-0.5 size-4 shrink-0', icon)} />
            <span>
              {t(`right.${right}`)}
              <span className="text-faint">: {t(`standing.${known}`)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
