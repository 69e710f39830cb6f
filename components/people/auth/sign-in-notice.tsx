import { Callout } from '@/components/ui/callout';
import { translator } from '@/lib/next/intl';
import { settings } from '@/lib/settings';

interface SignInNoticeProps {
  /** `verified` or `refused`; anything else is ignored. */
  reason: string;
  /** The label of the key that the person signed in with, if they now add a cloud account; otherwise null. */
  linking: string | null;
  /** The person opened a page that needs a sign-in. */
  asked: boolean;
}

/** Says why the sign-in page opened, if there is a special reason. */
export async function SignInNotice({ reason, linking, asked }: SignInNoticeProps) {
  const t = await translator('auth');
  if (linking !== null) {
    const label = settings().NUSA_AWANIO_LABEL;
    return <Callout>{t('notices.link', { name: linking, label })}</Callout>;
  }
  if (reason === 'verified') return <Callout tone="good">{t('notices.verified')}</Callout>;
  if (reason === 'refused') return <Callout tone="warn">{t('notices.refused')}</Callout>;
  return asked ? <p className="text-muted">{t('signIn.returnsToPage')}</p> : null;
}
