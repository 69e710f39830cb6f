'use client';
import { useRouter } from 'next/navigation';
import { plainClick } from '@/components/ui/plain-click';
import { useListener } from '@/components/ui/use-listener';

/** Follows `TextLink`s without a reload: one listener for all, instead of a router link in every row. */
export function LinkRouter() {
  const router = useRouter();
  useListener('click', (event) => {
    const click = plainClick(event);
    if (!click || click.link.dataset.nav === undefined) return;
    event.preventDefault();
    router.push(`${click.url.pathname}${click.url.search}${click.url.hash}`);
  });
  return null;
}
