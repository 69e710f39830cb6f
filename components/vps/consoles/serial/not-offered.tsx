'use client';
import { useTranslations } from 'use-intl';
import { ButtonLink } from '@/components/ui/button-link';
import { paths } from '@/lib/paths';
import { useAccount } from '@/lib/query/scope';

/** Stands in the place of the terminal where the provider has no serial consoles. */
export function NotOffered({ instance }: { instance: string }) {
  const account = useAccount();
  const t = useTranslations('serial');
  return (
    <div className="border-line bg-surface flex w-full max-w-md flex-col gap-1.5 rounded-md border p-4">
      <h2 className="text-lg">{t('notOffered.title')}</h2>
      <p>{t('notOffered.text')}</p>
      <div className="mt-2">
        <ButtonLink variant="primary" href={paths.instanceConsole(account, instance)}>
          {t('notOffered.toScreen')}
        </ButtonLink>
      </div>
    </div>
  );
}
