'use client';
import { CircleCheck, Info, OctagonAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import { isolatedNode } from './foreign';
import { IconButton } from './icon-button';
import type { Shown } from './toast-message';
import { useWayOut } from './way-out';

const icons = {
  info: <Info aria-hidden className="text-busy mt-0.5 size-4 shrink-0" />,
  good: <CircleCheck aria-hidden className="text-run mt-0.5 size-4 shrink-0" />,
  danger: <OctagonAlert aria-hidden className="text-danger mt-0.5 size-4 shrink-0" />,
};

/** One notice, with what can be done about it. */
export function Bubble({
  message,
  onDismiss,
}: {
  message: Shown;
  onDismiss: () => void;
  /** What `lazyNamed` shows if this code doesn't come. */
  instead: ReactNode;
}) {
  const t = useTranslations('ui');
  const wayOut = useWayOut();
  const { tone = 'info', action } = message;
  return (
    <div className="border-line bg-raised shadow-raised flex items-start gap-2.5 rounded-md border py-2 pr-1.5 pl-3">
      {icons[tone]}
      <div className="min-w-0 grow py-0.5">
        <p className="font-medium wrap-anywhere">{isolatedNode(message.title)}</p>
        {message.text ? (
          <p className="text-muted text-sm wrap-anywhere">{isolatedNode(message.text)}</p>
        ) : null}
        {message.problem ? wayOut(message.problem) : null}
      </div>
      {action ? (
        <Button
          size="sm"
          onClick={() => {
            onDismiss();
            action.onSelect();
          }}
        >
          {action.label}
        </Button>
      ) : null}
      <IconButton size="sm" label={t('dismiss')} icon={<X aria-hidden />} onClick={onDismiss} />
    </div>
  );
}
