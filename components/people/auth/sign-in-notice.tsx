import { Callout } from '@/components/ui/callout';
import { translator } from '@/lib/next/intl';
import { settings } from '@/lib/settings';

interface SignInNoticeProps {
  /** `verified`, `refused`, or nothing known. */
  reason: string;
  /** Label of the key signed in with, where a cloud account is to be added to it. */
  linking: string | null;
  /** A page was asked for. */
  asked: boolean;
}

/** Why this page came up, where there is more to say than “sign in”. */
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
