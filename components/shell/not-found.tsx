import { Compass } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button-link';
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
      <ButtonLink href={paths.home()} className="mt-2">
        {t('notFoundHome')}
      </ButtonLink>
    </div>
  );
}
