'use client';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, type RefObject } from 'react';
import { goTo } from '@/components/parts/tables/use-list-state';
import { createParameter } from '@/lib/paths';

/**
 * Presses the “create” button once when the page was opened to create something (`paths.creating`). So the dialog opens,
 * or a button that can't be used tells why, and closing the dialog returns the focus to the button. The parameter is
 * taken out of the URL, so that neither a reload nor a second button of the page opens it again.
 * @returns the ref of the button
 */
export function usePressedWhenAsked(): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const asked = useSearchParams().has(createParameter);
  useEffect(() => {
    if (!asked) return;
    // After the effects of the whole page: one moves the focus to its heading, and in another Next begins to follow the URL.
    const timer = setTimeout(() => {
      const query = new URLSearchParams(window.location.search);
      if (!query.has(createParameter)) return;
      query.delete(createParameter);
      goTo(query.size === 0 ? '' : `?${query}`, false);
      button.current?.focus();
      button.current?.click();
    });
    return () => clearTimeout(timer);
  }, [asked]);
  return button;
}
