import { notFound } from 'next/navigation';
import { Gallery } from '@/components/parts/gallery/gallery';
import { Toaster } from '@/components/ui/toast';

/** The gallery of primitives. In production it needs NUSA_DEV_PAGES=1. `?rows=` sets the length of its list. */
export default async function UiPage({
  searchParams,
}: {
  searchParams: Promise<{ rows?: string }>;
}) {
  if (process.env.NODE_ENV === 'production' && process.env.NUSA_DEV_PAGES !== '1') notFound();
  const rows = Number((await searchParams).rows ?? 12);
  return (
    <main id="content" className="mx-auto max-w-[80rem] p-4 md:p-6">
      <Gallery rows={Number.isSafeInteger(rows) ? Math.min(Math.max(rows, 0), 2000) : 12} />
      <Toaster />
    </main>
  );
}
