import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';
import { OutsideLink } from '@/components/ui/outside-link';
import type { Notice } from './provider';

const looks = {
  info: { Icon: Info, bar: 'bg-busy-soft text-busy' },
  warn: { Icon: TriangleAlert, bar: 'bg-warn-soft text-warn' },
  danger: { Icon: OctagonAlert, bar: 'bg-danger-soft text-danger' },
} as const;

/** The operator's notice at the top of a page. */
export function NoticeLine({
  notice: { text, level, href },
  label,
  more,
  action,
}: {
  notice: Notice;
  /** Name of the region: “Notice of the provider”. */
  label: string;
  /** Label of the link. */
  more: string;
  action?: ReactNode;
}) {
  const { Icon, bar } = looks[level];
  return (
    <section
      aria-label={label}
      className={cx('border-line flex items-start gap-2 border-b px-4 py-1.5 text-sm', bar)}
    >
      <Icon aria-hidden className="mt-1 size-4 shrink-0" />
      <p className="min-w-0 grow py-0.5">
        {text}{' '}
        {href ? (
          <OutsideLink href={href} className="!text-inherit">
            {more}
          </OutsideLink>
        ) : null}
      </p>
      {action}
    </section>
  );
}
