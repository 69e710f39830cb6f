'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useTransition, type RefObject } from 'react';
import { plainClick } from '@/components/ui/plain-click';
import { takenMark } from '@/components/ui/taken';
import { useListener } from '@/components/ui/use-listener';

/** Moves the mark to another element. */
function move(taken: RefObject<Element | null>, to: Element | null) {
  taken.current?.removeAttribute(takenMark);
  taken.current = to;
  to?.setAttribute(takenMark, '');
}

/**
 * Follows every `PageLink` without a reload. One listener serves all links, instead of a router link in every row. The
 * clicked link is marked until its page comes; if its menu closes, the element with the focus is marked instead.
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
