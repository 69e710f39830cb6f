'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition, type RefObject } from 'react';
import { plainClick } from '@/components/ui/plain-click';
import { useListener } from '@/components/ui/use-listener';

/** Where the stylesheet draws the mark of a link that was clicked. */
const mark = 'data-taken';

/** Moves the mark from one link to another. */
function move(taken: RefObject<Element | null>, to: Element | null) {
  taken.current?.removeAttribute(mark);
  taken.current = to;
  to?.setAttribute(mark, '');
}

/**
 * Follows every `PageLink` without a reload: one listener for all, instead of a router link in every row. The link
 * shows that it was taken until its page comes; in its stead, where its menu closes, what has the focus then.
 */
export function LinkRouter() {
  const router = useRouter();
  const [pending, start] = useTransition();
  const taken = useRef<Element | null>(null);
  useEffect(() => {
    if (!pending) move(taken, null);
  }, [pending]);
  useListener('click', (event) => {
    const click = plainClick(event);
    if (!click || click.link.dataset.nav === undefined) return;
    event.preventDefault();
    const { link, url } = click;
    move(taken, link);
    requestAnimationFrame(() => {
      if (taken.current === link && !link.isConnected) move(taken, document.activeElement);
    });
    start(() => router.push(`${url.pathname}${url.search}${url.hash}`));
  });
  return null;
}
