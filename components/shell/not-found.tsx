import { Compass } from 'lucide-react';
import { buttonClass } from '@/components/ui/button-class';
import { cx } from '@/components/ui/cx';
import { translator } from '@/lib/next/intl';
import { paths } from '@/lib/paths';

/** There is nothing at this address. */
export async function NothingHere() {
  const t = await translator('shell');
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-16 text-center">
      <Compass aria-hidden className="text-faint size-8 stroke-[1.25]" />
      <h1 className="text-xl" tabIndex={-1}>
        {t('notFoundTitle')}
      </h1>
      <p className="text-muted">{t('notFoundText')}</p>
      {/* Plain on purpose: the root's not-found is shipped with every page, and next/link would be with it. */}
      <a href={paths.home()} className={cx(buttonClass(), 'mt-2')}>
        {t('notFoundHome')}
      </a>
    </div>
  );
}
