'use client';
import { useEffect, useId, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { Callout, type CalloutTone } from '@/components/ui/callout';
import { useStore } from '@/lib/store';
import { place, told } from './notices';

/**
 * Tells something that comes after the page has loaded. It stands in the panel of the bar's button of notices, and not
 * over the page, which it would push about.
 */
export function Notice({
  label,
  title,
  tone = 'info',
  actions,
  children,
}: {
  /** Name of the region. */
  label: string;
  title: string;
  tone?: CalloutTone;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const id = useId();
  const panel = useStore(place);
  useEffect(() => {
    told.set([...told.current(), { id, title, tone }]);
    return () => told.set(told.current().filter((each) => each.id !== id));
  }, [id, title, tone]);
  return panel
    ? createPortal(
        <section aria-label={label}>
          <Callout {...{ title, tone, actions }}>{children}</Callout>
        </section>,
        panel,
      )
    : null;
}
