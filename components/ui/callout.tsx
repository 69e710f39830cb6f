import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

export type CalloutTone = 'info' | 'good' | 'warn' | 'danger';

const looks = {
  info: { Icon: Info, box: 'border-busy-mark/40 bg-busy-soft', icon: 'text-busy' },
  good: { Icon: CircleCheck, box: 'border-run-mark/40 bg-run-soft', icon: 'text-run' },
  warn: { Icon: TriangleAlert, box: 'border-warn-mark/40 bg-warn-soft', icon: 'text-warn' },
  danger: { Icon: OctagonAlert, box: 'border-danger-mark/40 bg-danger-soft', icon: 'text-danger' },
} as const;

/** A note that the reader should know before going on. Give `role="alert"` if it appears after an action. */
export function Callout({
  tone = 'info',
  title,
  role,
  actions,
  children,
}: {
  tone?: CalloutTone;
  title?: ReactNode;
  role?: 'alert' | 'status';
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const { Icon, box, icon } = looks[tone];
  return (
    <div role={role} className={cx('flex items-start gap-2.5 rounded-md border p-3', box)}>
      <Icon aria-hidden className={cx('mt-0.5 size-4 shrink-0', icon)} />
      <div className="flex min-w-0 grow flex-col gap-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="flex flex-col gap-1">{children}</div> : null}
        {actions ? <div className="mt-1 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
