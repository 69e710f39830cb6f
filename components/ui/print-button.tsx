'use client';
import { Printer } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Button } from './button';

/** Prints the page: only its part that is marked `data-print`, if it has one. */
export function PrintButton(
  props: Pick<ComponentProps<typeof Button>, 'children' | 'size' | 'disabledReason'>,
) {
  return <Button icon={<Printer aria-hidden />} onClick={() => window.print()} {...props} />;
}
