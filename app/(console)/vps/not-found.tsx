import { KeyRound } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button-link';
import { translator } from '@/lib/next/intl';
import { paths } from '@/lib/paths';

/** Says that the session has no key of the account in the path. */
export default async function UnknownAccount() {
  const t = await translator('instances');
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 py-16 text-center">
      <KeyRound aria-hidden className="text-faint size-8 stroke-[1.25]" />
      <h1 className="text-xl" tabIndex={-1}>
        {t('unknownAccount.title')}
      </h1>
      <p className="text-muted">{t('unknownAccount.text')}</p>
      <ButtonLink href={paths.account()} variant="primary" className="mt-2">
        {t('unknownAccount.link')}
      </ButtonLink>
    </div>
  );
}
