'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { plainClick } from '@/components/ui/plain-click';

/** Where the stylesheet draws the mark of a link that was clicked. */
const mark = 'data-taken';

/**
 * Follows every `PageLink` without a reload: one listener for all, instead of a router link in every row. The link
 * shows that it was taken until its page comes; in its stead, where its menu closes, what has the focus then.
 */
export function LinkRouter() {
  const router = useRouter();
  const [pending, start] = useTransition();
  const taken = useRef<Element | null>(null);
  useEffect(() => {
    const move = (to: Element | null) => {
      taken.current?.removeAttribute(mark);
      taken.current = to;
      to?.setAttribute(mark, '');
    };
    if (!pending) move(null);
    const follow = (event: MouseEvent) => {
      const click = plainClick(event);
      if (!click || click.link.dataset.nav === undefined) return;
      event.preventDefault();
      const { link, url } = click;
      move(link);
      requestAnimationFrame(() => {
        if (taken.current === link && !link.isConnected) move(document.activeElement);
      });
      start(() => router.push(`${url.pathname}${url.search}${url.hash}`));
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router, pending]);
  return null;
}
