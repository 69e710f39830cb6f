import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import { cx } from '@/components/ui/cx';
import { OutsideLink } from '@/components/ui/outside-link';
import { DismissableNotice } from './dismissable-notice';
import type { Notice } from './provider';

const looks = {
  info: { Icon: Info, bar: 'bg-busy-soft text-busy' },
  warn: { Icon: TriangleAlert, bar: 'bg-warn-soft text-warn' },
  danger: { Icon: OctagonAlert, bar: 'bg-danger-soft text-danger' },
} as const;

/** The operator's notice at the top of a page. One of danger can't be dismissed. */
export function NoticeLine({
  notice: { id, text, level, href },
  label,
  more,
  dismiss,
}: {
  notice: Notice;
  /** Name of the region: “Notice of the provider”. */
  label: string;
  /** Label of the link. */
  more: string;
  /** Label of the button that dismisses it; without one it stays. */
  dismiss?: string;
}) {
  const { Icon, bar } = looks[level];
  const looksOfBar = cx('border-line flex items-start gap-2 border-b px-4 py-1.5 text-sm', bar);
  const content = (
    <>
      <Icon aria-hidden className="mt-1 size-4 shrink-0" />
      <p className="min-w-0 grow py-0.5">
        {text}{' '}
        {href ? (
          <OutsideLink href={href} className="!text-inherit">
            {more}
          </OutsideLink>
        ) : null}
      </p>
    </>
  );
  return dismiss && level !== 'danger' ? (
    <DismissableNotice id={id} label={label} dismiss={dismiss} className={looksOfBar}>
      {content}
    </DismissableNotice>
  ) : (
    <section aria-label={label} className={looksOfBar}>
      {content}
    </section>
  );
}
