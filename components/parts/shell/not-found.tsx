import { buttonClass } from '@/components/ui/button-class';
import { cx } from '@/components/ui/cx';
import { translator } from '@/lib/next/intl';
import { paths } from '@/lib/paths';

/**
 * Says that the address doesn't exist. It has no client component, since the root's not-found is shipped with every
 * page.
 */
export async function NotFoundMessage() {
  const t = await translator('shell');
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-16 text-center">
      <h1 className="text-xl" tabIndex={-1}>
        {t('notFoundTitle')}
      </h1>
      <p className="text-muted">{t('notFoundText')}</p>
      <a href={paths.home()} className={cx(buttonClass(), 'mt-2')}>
        {t('notFoundHome')}
      </a>
    </div>
  );
}
