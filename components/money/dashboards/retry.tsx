'use client';
import { RotateCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { Button } from '@/components/ui/button';

/** The button that reads the page's data again. `name` tells it from other such buttons of the page. */
export function Retry({ label, name }: { label: string; name?: string }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  return (
    <Button
      size="sm"
      loading={busy}
      icon={<RotateCw aria-hidden />}
      aria-label={name ? `${label}: ${name}` : undefined}
      onClick={() => start(() => router.refresh())}
    >
      {label}
    </Button>
  );
}
