'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { plainClick } from '@/components/ui/plain-click';

/** Follows `TextLink`s without a reload: one listener for all, instead of a router link in every row. */
export function LinkRouter() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const click = plainClick(event);
      if (!click || click.link.dataset.nav === undefined) return;
      event.preventDefault();
      router.push(`${click.url.pathname}${click.url.search}${click.url.hash}`);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router]);
  return null;
}
