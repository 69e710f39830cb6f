'use client';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Skeleton } from '@/components/ui/skeleton';
import { changeSearch, useSearch } from '../offers/url-search';
import type { CostViewsProps } from './cost-views';

const CostViews = lazyNamed(() => import('./cost-views'), 'CostViews');

/** The parameter of the URL that opens the costs, and says by what they are shown. */
const parameter = 'cost';

/** The query string with the costs shown by `view`; without them for null. */
function withView(search: string, view: string | null): string {
  const query = new URLSearchParams(search);
  if (view === null) query.delete(parameter);
  else query.set(parameter, view);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Opens where the money goes, below the button. The URL keeps what is open; its code loads when it is. */
export function CostsButton(given: Omit<CostViewsProps, 'view' | 'onView'>) {
  const t = useTranslations('money-overview.costs');
  const view = new URLSearchParams(useSearch()).get(parameter);
  const show = (next: string | null) => changeSearch(withView(window.location.search, next), false);
  const Icon = view === null ? ChevronRight : ChevronDown;
  return (
    <>
      <div>
        <Button
          size="sm"
          aria-expanded={view !== null}
          icon={<Icon aria-hidden />}
          onClick={() => show(view === null ? 'service' : null)}
        >
          {t('open')}
        </Button>
      </div>
      {view === null ? null : (
        <Suspense fallback={<Skeleton className="h-56 w-full" />}>
          <CostViews {...given} view={view} onView={show} />
        </Suspense>
      )}
    </>
  );
}
