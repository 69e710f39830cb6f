'use client';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { linesUrl } from './lines';
import { useEstimate } from './use-estimate';

/** Links between prices and estimate. It takes the lines of the URL along, so that what is chosen there is added to them. */
export function LinesLink({
  path,
  icon,
  children,
}: {
  path: string;
  icon: ReactNode;
  children: ReactNode;
}) {
  const { lines } = useEstimate();
  return (
    <ButtonLink href={linesUrl(path, lines)} icon={icon}>
      {children}
    </ButtonLink>
  );
}
