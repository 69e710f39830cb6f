'use client';
import { RotateCw } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import { cx } from '@/components/ui/cx';
import { jakartaOffset } from '@/lib/format';

const never = () => () => {};

/** `18:04:09` of an instant (milliseconds) in a zone (minutes east of UTC). */
function clock(at: number, offset: number): string {
  return new Date(at + offset * 60_000).toISOString().slice(11, 19);
}

/** When a polled list was last heard of, and a button to ask now. The server writes Jakarta's time. */
export function UpdatedAt({
  at,
  fetching,
  onRefresh,
}: {
  /** Milliseconds; 0 for never. */
  at: number;
  fetching: boolean;
  onRefresh: () => void;
}) {
  const t = useTranslations('machines');
  const time = useSyncExternalStore(
    never,
    () => clock(at, -new Date(at).getTimezoneOffset()),
    () => clock(at, jakartaOffset),
  );
  return (
    <span className="text-faint inline-flex items-center gap-1 text-sm whitespace-nowrap">
      {at === 0 ? null : <span className="tabular">{t('updated', { time })}</span>}
      <IconButton
        size="sm"
        label={t('refresh')}
        icon={<RotateCw aria-hidden className={cx(fetching && 'animate-spin')} />}
        onClick={onRefresh}
      />
    </span>
  );
}
