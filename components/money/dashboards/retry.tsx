'use client';
import { RotateCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { RefreshAfter } from '@/components/parts/shell/refresh-after';
import { Button } from '@/components/ui/button';
import type { Problem } from '@/lib/problem';
import { askFresh } from '@/lib/query/page-requests';

/**
 * Reads the page's data again: when pressed, or by itself once a limit allows it. `name` tells apart several of them.
 * @param problem why the data is missing
 */
export function Retry({
  label,
  name,
  problem = null,
}: {
  label: string;
  name?: string;
  problem?: Problem | null;
}) {
  const router = useRouter();
  const [busy, start] = useTransition();
  return (
    <Button
      size="sm"
      loading={busy}
      icon={<RotateCw aria-hidden />}
      aria-label={name ? `${label}: ${name}` : undefined}
      onClick={() => {
        askFresh();
        start(() => router.refresh());
      }}
    >
      {label}
      <RefreshAfter problem={problem} />
    </Button>
  );
}
