/** The outlines that `withOutline` shows while a page loads. Each has the shape of its page, so nothing jumps. */
import { Skeleton, TableSkeleton } from '@/components/ui/skeleton';
import { translator } from '@/lib/next/intl';

function Head() {
  return (
    <>
      <Skeleton className="mb-3 h-4 w-48" />
      <Skeleton className="mb-4 h-7 w-64" />
    </>
  );
}

/** A list: title, search, rows. */
export async function ListLoading() {
  const t = await translator('shell');
  return (
    <>
      <Head />
      <TableSkeleton label={t('loading')} />
    </>
  );
}

/** A panel of `lines` lines. */
function PanelSkeleton({ lines }: { lines: number }) {
  return (
    <div className="border-line bg-surface flex flex-col gap-3 rounded-md border p-4">
      <Skeleton className="h-4 w-32" />
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="flex justify-between gap-6">
          <Skeleton className="h-3 w-24" />
          <Skeleton className="h-3 w-40" />
        </div>
      ))}
    </div>
  );
}

/** A detail page: title, state, panels of facts. */
export async function DetailLoading() {
  const t = await translator('shell');
  return (
    <div role="status" aria-label={t('loading')}>
      <Head />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <PanelSkeleton lines={8} />
        <PanelSkeleton lines={4} />
      </div>
    </div>
  );
}

/** A tab of a page whose head is shown already: panels of facts. */
export async function PartLoading() {
  const t = await translator('shell');
  return (
    <div role="status" aria-label={t('loading')} className="grid items-start gap-4 lg:grid-cols-2">
      <PanelSkeleton lines={8} />
      <PanelSkeleton lines={4} />
    </div>
  );
}

/** A form: title, sections with fields. */
export async function FormLoading() {
  const t = await translator('shell');
  return (
    <div role="status" aria-label={t('loading')} className="max-w-4xl">
      <Head />
      <div className="flex flex-col gap-4">
        <PanelSkeleton lines={3} />
        <PanelSkeleton lines={4} />
        <PanelSkeleton lines={2} />
      </div>
    </div>
  );
}
